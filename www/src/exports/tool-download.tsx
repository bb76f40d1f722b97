import { useSignal } from '@preact/signals';
import cedictUrl from '../../../pkg/web/cc-cedict.tsv?url';
import explanationsUrl from '../../../pkg/web/explanations.bin?url';
import programUrl from '../../../pkg/web/cifeng_bg.wasm?url';
import dictionaryUrl from '../../../pkg/web/dictionary.txt?url';
import meaningsUrl from '../../../pkg/web/meanings.tsv?url';
import { messages } from '../i18n';
import { assemble, pack, PART_NAMES, type PartName } from '../single/parts';
import { saveFile } from './save';

/** Where the parts lie beside this page; the service worker has them without a network, too. */
const ADDRESSES: Record<PartName, string> = {
  program: programUrl,
  dictionary: dictionaryUrl,
  explanations: explanationsUrl,
  meanings: meaningsUrl,
  cedict: cedictUrl,
  'licenses-data': './licenses-data.txt',
  'licenses-software': './licenses-software.txt',
  'licenses-rust': './licenses-rust.txt',
};

/** The page of the single file, without its parts. */
const SHELL = './cifeng.html.txt';

/** What this page keeps for use offline, else what the server has. */
async function fetched(address: string): Promise<Response> {
  // On the first visit no service worker stands between the page and the network yet.
  const stored = await ownCaches()?.match(new URL(address, location.href), { ignoreSearch: true });
  const response = stored ?? (await fetch(address));
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status}`);
  return response;
}

/** Where the page is not served securely, there are none. */
const ownCaches = (): CacheStorage | undefined =>
  'caches' in globalThis ? globalThis.caches : undefined;

async function packed(name: PartName): Promise<[PartName, string]> {
  const content = await (await fetched(ADDRESSES[name])).arrayBuffer();
  return [name, await pack(new Uint8Array(content))];
}

async function wholeTool(): Promise<string> {
  const shell = await (await fetched(SHELL)).text();
  const parts = await Promise.all(PART_NAMES.map(packed));
  return assemble(shell, Object.fromEntries(parts) as Record<PartName, string>);
}

/** Offers the whole tool as one file, put together from what this page has. */
export function ToolDownload() {
  const t = messages.value.exports;
  const state = useSignal<'idle' | 'working' | 'failed'>('idle');
  // The single file has itself.
  if (import.meta.env.MODE === 'single') return null;
  const save = async (): Promise<void> => {
    state.value = 'working';
    try {
      saveFile('cifeng.html', [await wholeTool()], 'text/html');
      state.value = 'idle';
    } catch {
      state.value = 'failed';
    }
  };
  return (
    <div class="tool-download">
      <button
        type="button"
        class="link"
        disabled={state.value === 'working'}
        onClick={() => void save()}
      >
        {t.tool}
      </button>
      <p class="small">{t.toolExplained}</p>
      {state.value === 'failed' && (
        <p role="alert" class="notice notice-warning">
          {t.toolFailed}
        </p>
      )}
    </div>
  );
}
