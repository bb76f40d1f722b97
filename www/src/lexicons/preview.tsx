import type { LexiconPreview } from '../engine/types';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { familyById } from '../state/analysis';
import { language } from '../state/settings';

/** So many problems are shown; the others are counted. */
const SHOWN = 50;

interface PreviewProps {
  read: LexiconPreview;
  /** The reader wants to see a line. */
  onLine: (line: number) => void;
}

/** What the analyser makes of a table: what is wrong, and the entries. */
export function Preview({ read, onLine }: PreviewProps) {
  const t = messages.value.lexicons;
  const { count } = numbers.value;
  const { entries, problems, errors, warnings, lexicon } = read;
  const shown = problems.slice(0, SHOWN);
  const more = errors + warnings - shown.length;
  return (
    <div class="lexicon-preview">
      <h3>{t.preview}</h3>
      <p role="status" data-preview-entries={lexicon.entries} data-preview-errors={errors}>
        {t.entries(lexicon.entries, count)}
        {errors > 0 && <> · {t.leftOut(errors, count)}</>}
        {errors + warnings === 0 && <> · {t.noProblems}</>}
      </p>
      {shown.length > 0 && (
        <>
          <h4>{t.problems}</h4>
          <ul class="problems">
            {shown.map(({ line, severity, message }) => (
              <li key={`${line} ${message}`} data-severity={severity}>
                <button
                  type="button"
                  class="link"
                  onClick={() => {
                    onLine(line);
                  }}
                >
                  {t.line(count(line))}
                </button>{' '}
                <bdi>{message}</bdi>
                {severity === 'warning' && <> ({t.warning})</>}
              </li>
            ))}
            {more > 0 && <li>{t.moreProblems(count(more))}</li>}
          </ul>
        </>
      )}
      {entries.length > 0 && (
        <div class="scrolled" tabIndex={0} role="region" aria-label={t.preview}>
          <table class="entries">
            <caption class="small">
              {t.previewEntries(count(entries.length), count(lexicon.entries))}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t.entry}</th>
                <th scope="col">{t.family}</th>
                <th scope="col">{t.subtype}</th>
                <th scope="col">{t.note}</th>
                <th scope="col">{t.model}</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => {
                const family = familyById.value.get(entry.family);
                const subtype = family?.subtypes.find(({ id }) => id === entry.subtype);
                return (
                  <tr key={entry.line}>
                    <th scope="row">
                      <bdi>{entry.entry}</bdi>
                    </th>
                    <td>{family && localized(family.name, language.value)}</td>
                    <td>{subtype && localized(subtype.name, language.value)}</td>
                    <td>
                      <bdi>{entry.note}</bdi>
                    </td>
                    <td>
                      <bdi>{entry.model}</bdi>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
