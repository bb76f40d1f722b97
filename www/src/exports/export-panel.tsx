import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { ReportForm } from '../engine/protocol';
import { messages } from '../i18n';
import { localized } from '../i18n/language';
import { families, result, writeReport } from '../state/analysis';
import { openEntry } from '../state/open-text';
import { hiddenFamilies, language } from '../state/settings';
import { titleOf } from '../storage/entry';
import { BYTE_ORDER_MARK } from './csv';
import { copyRich, richText } from './rich-text';
import { fileName, saveFile } from './save';
import { ToolDownload } from './tool-download';

const TYPES: Record<ReportForm, string> = {
  json: 'application/json',
  csv: 'text/csv;charset=utf-8',
  html: 'text/html',
};

/** How long a word about what was done stays, in milliseconds. */
const STAYS = 6000;

/** All ways to take text and report to another place. */
export function ExportPanel() {
  const said = useSignal<string | null>(null);
  const t = messages.value.exports;
  const shown = result.value;
  if (!shown) return null;

  const say = (text: string): void => {
    said.value = text;
    setTimeout(() => {
      if (said.value === text) said.value = null;
    }, STAYS);
  };
  const failed = (cause: unknown): void => {
    say(t.failed(cause instanceof Error ? cause.message : String(cause)));
  };
  const save = async (form: ReportForm): Promise<void> => {
    const title = titleOf(openEntry.value).replace(/\.(?:txt|md|html?|docx|epub|pdf)$/i, '');
    const name = fileName(`${title || 'cifeng'}.${form}`);
    const written = await writeReport(shown, openEntry.value.name || null, form);
    saveFile(name, form === 'csv' ? [BYTE_ORDER_MARK, written] : [written], TYPES[form]);
    say(t.saved(name));
  };
  const copying = (done: Promise<void>): void => {
    done.then(
      () => {
        say(t.copied);
      },
      () => {
        say(t.copyFailed);
      },
    );
  };
  const copyJson = async (): Promise<void> => {
    const written = await writeReport(shown, openEntry.value.name || null, 'json');
    await navigator.clipboard.writeText(written.trimEnd());
  };
  const copyMarked = (): void => {
    const visible = shown.report.findings.filter(({ family }) => !hiddenFamilies.value.has(family));
    const named = families.value.filter(({ id }) => !hiddenFamilies.value.has(id));
    const html = richText(shown.text, visible, named, ({ name }) =>
      localized(name, language.value),
    );
    copyRich(html, shown.text);
  };

  return (
    <section class="panel exports" aria-labelledby="exports-heading">
      <h2 id="exports-heading">{t.heading}</h2>
      <div class="buttons">
        <Button onClick={() => void save('html').catch(failed)}>{t.html}</Button>
        <Button onClick={() => void save('csv').catch(failed)}>{t.csv}</Button>
        <Button onClick={() => void save('json').catch(failed)}>{t.json}</Button>
        <Button
          onClick={() => {
            copying(copyJson());
          }}
        >
          {messages.value.copyJson}
        </Button>
        <Button
          onClick={() => {
            copying(Promise.resolve().then(copyMarked));
          }}
        >
          {t.copy}
        </Button>
        <Button
          onClick={() => {
            print();
          }}
        >
          {t.print}
        </Button>
      </div>
      <p role="status" class="small">
        <bdi>{said.value}</bdi>
      </p>
      <ToolDownload />
    </section>
  );
}

function Button({ onClick, children }: { onClick: () => void; children: ComponentChildren }) {
  return (
    <button type="button" onClick={onClick}>
      {children}
    </button>
  );
}
