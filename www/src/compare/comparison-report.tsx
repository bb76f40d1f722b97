import type { Comparison, Contrast } from '../engine/types';
import { BYTE_ORDER_MARK } from '../exports/csv';
import { saveFile } from '../exports/save';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { familyById } from '../state/analysis';
import { language } from '../state/settings';
import { comparisonAsCsv } from './comparison-csv';
import { DifferenceMark } from './difference-mark';

/** A comparison: what to know first, then families, distinctive entries, subtypes. */
export function ComparisonReport({ comparison }: { comparison: Comparison }) {
  const t = messages.value.compare;
  const { count } = numbers.value;
  const drawn = comparison.families.some(({ evidence }) => evidence !== null);
  return (
    <>
      <section class="panel" aria-labelledby="compared-heading">
        <h2 id="compared-heading">{t.familiesHeading}</h2>
        <dl class="compared">
          {comparison.sides.map(({ name, texts, han }, i) => (
            <div key={i} data-side={i === 0 ? 'A' : 'B'}>
              <dt>{i === 0 ? 'A' : 'B'}</dt>
              <dd>
                <bdi>{name}</bdi>
                <span class="small"> {t.size(texts, count, count(han))}</span>
              </dd>
            </div>
          ))}
        </dl>
        {comparison.notes.map(({ code, text }) => (
          <p
            key={code}
            class={code === 'too-short' || code === 'short' ? 'note' : 'small'}
            data-note={code}
          >
            {text}
          </p>
        ))}
        <ContrastTable rows={comparison.families} level="family" caption={t.familiesHeading} />
        {drawn && <p class="small">{t.columnsExplained}</p>}
      </section>
      {drawn && <Entries comparison={comparison} />}
      {comparison.subtypes.length > 0 && (
        <section class="panel" aria-labelledby="subtypes-heading">
          <h2 id="subtypes-heading">{t.subtypesHeading}</h2>
          <ContrastTable rows={comparison.subtypes} level="subtype" caption={t.subtypesHeading} />
        </section>
      )}
      <section class="panel">
        <div class="buttons">
          <button
            type="button"
            onClick={() => {
              const csv = comparisonAsCsv(comparison);
              saveFile('cifeng-comparison.csv', [BYTE_ORDER_MARK, csv], 'text/csv;charset=utf-8');
            }}
          >
            {messages.value.exports.csv}
          </button>
          <button
            type="button"
            onClick={() => {
              const json = `${JSON.stringify(comparison, null, 2)}\n`;
              saveFile('cifeng-comparison.json', [json], 'application/json');
            }}
          >
            {messages.value.exports.json}
          </button>
        </div>
      </section>
    </>
  );
}

/** The entries that are more on one side than chance would have it. */
function Entries({ comparison }: { comparison: Comparison }) {
  const t = messages.value.compare;
  const { count } = numbers.value;
  const telling = comparison.entries.filter(
    ({ evidence }) => evidence && evidence.conclusion !== 'not-shown',
  );
  const more = (row: Contrast, side: 0 | 1): boolean =>
    row.rates[side].per_1000_han > row.rates[side === 0 ? 1 : 0].per_1000_han;
  return (
    <section class="panel" aria-labelledby="entries-heading">
      <h2 id="entries-heading">{t.entriesHeading}</h2>
      <p class="small">{t.entriesExplained(count(comparison.compared_entries))}</p>
      {telling.length === 0 && <p>{t.noEntries}</p>}
      {([0, 1] as const).map((side) => {
        const rows = telling.filter((row) => more(row, side));
        const isHint = ({ evidence }: Contrast): boolean => evidence?.conclusion === 'hint';
        const shown = rows.filter((row) => !isHint(row));
        const hints = rows.filter(isHint);
        const caption = t.distinctive(side === 0 ? 'A' : 'B');
        return (
          rows.length > 0 && (
            <div key={side} data-more={side === 0 ? 'A' : 'B'}>
              <h3>{caption}</h3>
              {shown.length > 0 && <ContrastTable rows={shown} level="entry" caption={caption} />}
              {hints.length > 0 && (
                <details>
                  <summary>{t.hints(count(hints.length))}</summary>
                  <ContrastTable rows={hints} level="entry" caption={`${caption} (?)`} />
                </details>
              )}
            </div>
          )
        );
      })}
    </section>
  );
}

type Level = 'family' | 'subtype' | 'entry';

function nameOf(row: Contrast, level: Level): string {
  const info = familyById.value.get(row.family);
  const family = info ? localized(info.name, language.value) : row.family;
  if (level === 'family') return family;
  const subtype = info?.subtypes.find(({ id }) => id === row.subtype);
  const kind = subtype ? localized(subtype.name, language.value) : (row.subtype ?? '');
  return level === 'subtype' ? kind : (row.entry ?? '');
}

function kindOf(row: Contrast, level: Level): string | null {
  if (level === 'family') return null;
  const info = familyById.value.get(row.family);
  return info ? localized(info.name, language.value) : row.family;
}

interface ContrastTableProps {
  rows: readonly Contrast[];
  level: Level;
  caption: string;
}

function ContrastTable({ rows, level, caption }: ContrastTableProps) {
  const t = messages.value.compare;
  const furthest = Math.max(
    1,
    ...rows.flatMap(({ evidence }) => (evidence ? evidence.ci95.map(Math.abs) : [])),
  );
  return (
    <div
      class="scroller"
      tabIndex={0}
      role="region"
      aria-label={`${caption}: ${messages.value.asTable}`}
    >
      <table class="contrasts">
        <thead>
          <tr>
            <th scope="col">{level === 'family' ? messages.value.family : t[level]}</th>
            <th scope="col" class="number">
              {t.difference}
            </th>
            <td class="mark" aria-hidden="true" />
            <th scope="col" class="number">
              {t.countOf('A')}
            </th>
            <th scope="col" class="number">
              {t.countOf('B')}
            </th>
            <th scope="col" class="number">
              {t.rateOf('A')}
            </th>
            <th scope="col" class="number">
              {t.rateOf('B')}
            </th>
            <th scope="col" class="number">
              G²
            </th>
            <th scope="col" class="number">
              {t.logRatio}
            </th>
            <th scope="col" class="number">
              {t.pHolm}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={`${row.family}/${row.subtype ?? ''}/${row.entry ?? ''}`}
              row={row}
              level={level}
              furthest={furthest}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, level, furthest }: { row: Contrast; level: Level; furthest: number }) {
  const { count, rate } = numbers.value;
  const { evidence } = row;
  const kind = kindOf(row, level);
  const signed = (value: number): string =>
    `${value > 0 ? '+' : value < 0 ? '−' : ''}${rate(Math.abs(value))}`;
  return (
    <tr
      data-tint={row.family}
      data-family={row.family}
      data-conclusion={evidence?.conclusion ?? 'none'}
    >
      <th scope="row">
        {level === 'family' && <span class="swatch" aria-hidden="true" />}
        <bdi>{nameOf(row, level)}</bdi>
        {kind !== null && <span class="small"> {kind}</span>}
        {evidence && level === 'family' && <p class="says">{evidence.says}</p>}
      </th>
      {evidence ? (
        <>
          <td class="number" data-figure="difference">
            {signed(evidence.difference)}
            <span class="interval">
              {signed(evidence.ci95[0])} … {signed(evidence.ci95[1])}
            </span>
          </td>
          <td class="mark" aria-hidden="true">
            <DifferenceMark evidence={evidence} furthest={furthest} />
          </td>
        </>
      ) : (
        <>
          <td class="number">–</td>
          <td class="mark" aria-hidden="true" />
        </>
      )}
      <td class="number" data-figure="count-a">
        {count(row.counts[0])}
      </td>
      <td class="number" data-figure="count-b">
        {count(row.counts[1])}
      </td>
      <td class="number" data-figure="rate-a">
        {rate(row.rates[0].per_1000_han)}
      </td>
      <td class="number" data-figure="rate-b">
        {rate(row.rates[1].per_1000_han)}
      </td>
      {evidence ? (
        <>
          <td class="number" data-figure="g2">
            {rate(evidence.g2)}
          </td>
          <td class="number" data-figure="log-ratio">
            {signed(evidence.log_ratio)}
          </td>
          <td class="number" data-figure="p-holm">
            {evidence.p_holm < 0.001 ? '< 0.001' : evidence.p_holm.toFixed(3)}
          </td>
        </>
      ) : (
        <>
          <td class="number">–</td>
          <td class="number">–</td>
          <td class="number">–</td>
        </>
      )}
    </tr>
  );
}
