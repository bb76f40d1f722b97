import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { families, result } from '../state/analysis';
import { EVERYTHING } from './concordance';
import { lens, look, looksAtAll } from '../state/lens';
import { language } from '../state/settings';

/** What of the findings the list shows. */
export function Filters() {
  const t = messages.value.reading.list;
  const { stretch, words } = lens.value;
  const { count } = numbers.value;
  return (
    <div class="filters" role="search" aria-label={t.filter}>
      <input
        type="search"
        value={words}
        aria-label={t.words}
        placeholder={t.words}
        spellcheck={false}
        onInput={(event) => {
          look({ words: event.currentTarget.value.trim() });
        }}
      />
      <KindChoice />
      <VoiceChoice />
      {stretch && (
        <span class="chip">
          {messages.value.paragraphs(count(stretch.first), count(stretch.last))}
        </span>
      )}
      {!looksAtAll.value && (
        <button
          type="button"
          class="link"
          onClick={() => {
            lens.value = EVERYTHING;
          }}
        >
          {t.showAll}
        </button>
      )}
    </div>
  );
}

function KindChoice() {
  const t = messages.value.reading.list;
  return (
    <select
      aria-label={t.kind}
      value={lens.value.kind}
      onChange={(event) => {
        look({ kind: event.currentTarget.value });
      }}
    >
      <option value="">{t.allKinds}</option>
      {families.value.map(({ id, name, subtypes }) => {
        const family = localized(name, language.value);
        return (
          <optgroup key={id} label={family}>
            <option value={id}>{t.allOf(family)}</option>
            {subtypes.map((subtype) => (
              <option key={subtype.id} value={`${id}/${subtype.id}`}>
                {localized(subtype.name, language.value)}
              </option>
            ))}
          </optgroup>
        );
      })}
    </select>
  );
}

/** Names of voices may be anything; options are known by their places. */
function VoiceChoice() {
  const t = messages.value;
  const voices = result.value?.report.summary.voices ?? [];
  if (voices.length < 2) return null;
  const chosen = voices.findIndex(({ voice }) => voice === lens.value.voice);
  return (
    <select
      aria-label={t.reading.list.voice}
      value={String(chosen)}
      onChange={(event) => {
        look({ voice: voices[Number(event.currentTarget.value)]?.voice });
      }}
    >
      <option value="-1">{t.reading.list.allVoices}</option>
      {voices.map(({ voice }, i) => (
        <option key={voice ?? ''} value={String(i)}>
          {voice ?? t.writer}
        </option>
      ))}
    </select>
  );
}
