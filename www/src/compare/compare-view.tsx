import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { messages, numbers } from '../i18n';
import { library, loadLibrary } from '../state/library';
import { openEntry } from '../state/open-text';
import { language } from '../state/settings';
import { titleOf } from '../storage/entry';
import { chosen, compareChosen, comparing, folders } from './comparing';
import { ComparisonReport } from './comparison-report';

/** Texts that are offered at a time; a search finds the others. */
const OFFERED = 200;

/** Two texts or two folders side by side. */
export default function CompareView() {
  const t = messages.value.compare;
  const spoken = language.value;
  const [a, b] = chosen;
  useEffect(() => {
    void loadLibrary().then(() => {
      if (a.peek() === '' && library.peek().some(({ id }) => id === openEntry.peek().id)) {
        a.value = `text/${openEntry.peek().id}`;
      }
    });
  }, [a]);
  useEffect(() => {
    void compareChosen(spoken);
  }, [a.value, b.value, spoken, library.value]);
  const state = comparing.value;
  return (
    <div class="view compare-view">
      <section class="panel" aria-labelledby="compare-heading">
        <h2 id="compare-heading">{t.heading}</h2>
        <p class="small">{t.explained}</p>
        <div class="sides">
          <Side number={0} />
          <Side number={1} />
        </div>
        <div role="status" data-comparing={state.kind}>
          {state.kind === 'none' && <p>{library.value.length < 2 ? t.tooFew : t.choose}</p>}
          {state.kind === 'running' && (
            <label>
              {t.running}
              <progress value={state.done} max={state.total} />
            </label>
          )}
          {state.kind === 'failed' && (
            <p class="notice notice-warning">
              {t.failed}{' '}
              <button type="button" class="link" onClick={() => void compareChosen(spoken)}>
                {messages.value.failure.retry}
              </button>
            </p>
          )}
        </div>
      </section>
      {state.kind === 'done' && <ComparisonReport comparison={state.comparison} />}
    </div>
  );
}

function Side({ number }: { number: 0 | 1 }) {
  const t = messages.value.compare;
  const { count } = numbers.value;
  const letter = number === 0 ? 'A' : 'B';
  const side = chosen[number];
  const wanted = useSignal('');
  const needle = wanted.value.trim().toLowerCase();
  const texts = library.value.filter((entry) => {
    const choice = `text/${entry.id}`;
    return choice === side.value || titleOf(entry).toLowerCase().includes(needle);
  });
  const offered = texts.slice(0, OFFERED);
  return (
    <fieldset class="side">
      <legend>{letter}</legend>
      {library.value.length > OFFERED / 10 && (
        <label>
          {t.search}
          <input
            type="search"
            value={wanted.value}
            onInput={(event) => {
              wanted.value = event.currentTarget.value;
            }}
          />
        </label>
      )}
      <label>
        {t.side(letter)}
        <select
          value={side.value}
          onChange={(event) => {
            side.value = event.currentTarget.value;
          }}
        >
          <option value="">{t.nothing}</option>
          {folders.value.length > 0 && (
            <optgroup label={t.folders}>
              {folders.value.map(([name, size]) => (
                <option key={name} value={`folder/${name}`}>
                  {t.folder(name, count(size))}
                </option>
              ))}
            </optgroup>
          )}
          <optgroup label={t.texts}>
            {offered.map((entry) => (
              <option key={entry.id} value={`text/${entry.id}`}>
                {entry.folder === '' ? titleOf(entry) : `${entry.folder}/${titleOf(entry)}`}
              </option>
            ))}
          </optgroup>
        </select>
      </label>
      {texts.length > OFFERED && <p class="small">{t.more(count(texts.length - OFFERED))}</p>}
    </fieldset>
  );
}
