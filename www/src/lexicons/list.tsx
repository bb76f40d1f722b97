import { saveFile } from '../exports/save';
import { messages, numbers } from '../i18n';
import { result } from '../state/analysis';
import { deleteLexicon, lexicons, switchLexicon } from '../state/lexicons';
import type { OwnLexicon } from '../storage/own-lexicon';
import type { Said } from './lexicons-view';

interface ListProps {
  onEdit: (lexicon: OwnLexicon) => void;
  onSay: (what: Said) => void;
}

/** The reader's lexicons, one row each. */
export function LexiconList({ onEdit, onSay }: ListProps) {
  const t = messages.value.lexicons;
  const { count } = numbers.value;
  const found = new Map<string, number>();
  for (const { rule } of result.value?.report.findings ?? []) {
    if (rule.startsWith('user/')) found.set(rule, (found.get(rule) ?? 0) + 1);
  }
  return (
    <ul class="lexicons" aria-label={t.list}>
      {lexicons.value.map((lexicon) => {
        const { id, name, on, entries, errors } = lexicon;
        return (
          <li key={id} data-lexicon={name}>
            <label class="lexicon-switch">
              <input
                type="checkbox"
                checked={on}
                aria-label={t.use(name)}
                onChange={({ currentTarget }) => void switchLexicon(id, currentTarget.checked)}
              />
              <bdi class="lexicon-name">{name}</bdi>
            </label>
            <span class="small" data-entries={entries}>
              {t.entries(entries, count)}
              {errors > 0 && <> · {t.leftOut(errors, count)}</>}
              {on && <> · {t.found(found.get(`user/${name}`) ?? 0, count)}</>}
            </span>
            <span class="buttons">
              <button
                type="button"
                class="quiet"
                aria-label={t.editOne(name)}
                onClick={() => {
                  onEdit(lexicon);
                }}
              >
                {t.edit}
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={t.exportOne(name)}
                onClick={() => {
                  saveFile(`${name}.tsv`, [lexicon.table], 'text/tab-separated-values');
                }}
              >
                {t.export}
              </button>
              <button
                type="button"
                class="quiet"
                aria-label={t.deleteOne(name)}
                onClick={() => {
                  void deleteLexicon(id).then((undo) => {
                    onSay({ text: t.deleted(name), undo });
                  });
                }}
              >
                {t.delete}
              </button>
            </span>
          </li>
        );
      })}
    </ul>
  );
}
