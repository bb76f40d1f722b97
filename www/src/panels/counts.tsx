import { useSignal } from '@preact/signals';
import type { FamilyInfo, Report } from '../engine/types';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import type { RateRow } from '../charts/draw';
import { families, result } from '../state/analysis';
import { selectedFinding } from '../state/document';
import { hiddenFamilies, language } from '../state/settings';
import { IntervalMark } from './interval-mark';
import { leadTo } from './lead';
import { RateFigure } from './rate-figure';

/** Counts and rates by family, and by subtype where a family is unfolded. */
export function Counts() {
  const unfolded = useSignal<ReadonlySet<string>>(new Set());
  const shown = result.value;
  if (!shown) return null;
  const { report } = shown;
  const t = messages.value;
  const known = families.value.filter(({ id }) => id in report.summary.families);
  const furthest = Math.max(1, ...known.map(({ id }) => report.summary.families[id]?.ci95[1] ?? 0));
  const toggle = (id: string): void => {
    const next = new Set(unfolded.value);
    if (!next.delete(id)) next.add(id);
    unfolded.value = next;
  };
  return (
    <section class="panel" aria-labelledby="counts-heading">
      <h2 id="counts-heading">{t.countsHeading}</h2>
      <table class="counts" aria-describedby="counts-explained">
        <thead>
          <tr>
            <th scope="col">{t.family}</th>
            <th scope="col" class="number">
              {t.count}
            </th>
            <th scope="col" class="number">
              {t.rate}
            </th>
            <th scope="col" class="number">
              {t.interval}
            </th>
            <td class="interval-mark" aria-hidden="true" />
          </tr>
        </thead>
        {known.map((info) => (
          <FamilyRows
            key={info.id}
            info={info}
            report={report}
            furthest={furthest}
            unfolded={unfolded.value.has(info.id)}
            toggle={toggle}
          />
        ))}
      </table>
      <p id="counts-explained" class="small">
        {t.countsExplained}
      </p>
      <RateFigure
        title={t.countsHeading}
        rows={known.flatMap((info) => rateRows(info, report))}
        legend={known.map(({ id, name }) => ({
          id,
          name: localized(name, language.value),
          tint: id,
        }))}
        file="cifeng-rates"
      />
    </section>
  );
}

/** A family and those of its subtypes that the text has. */
function rateRows({ id, name, subtypes }: FamilyInfo, report: Report): RateRow[] {
  const summary = report.summary.families[id];
  if (!summary) return [];
  const { count, rate } = numbers.value;
  const row = (
    key: string,
    label: string,
    found: number,
    { per_1000_han: value, ci95: [low, high] }: Pick<typeof summary, 'per_1000_han' | 'ci95'>,
  ): RateRow => ({
    id: key,
    name: label,
    tint: id,
    group: '',
    rate: value,
    low,
    high,
    describe: `${label.trim()}: ${rate(value)} (${rate(low)}–${rate(high)}), ${count(found)}`,
  });
  return [
    row(id, localized(name, language.value), summary.count, summary),
    ...subtypes.flatMap((subtype) => {
      const own = summary.subtype_rates[subtype.id];
      const found = summary.subtypes[subtype.id] ?? 0;
      const label = `\u2003${localized(subtype.name, language.value)}`;
      return own && found > 0 ? [row(`${id}/${subtype.id}`, label, found, own)] : [];
    }),
  ];
}

/** A count that leads to what was counted. */
function CountLink({ kind, name, found }: { kind: string; name: string; found: number }) {
  const shown = numbers.value.count(found);
  if (found === 0) return <>{shown}</>;
  const see = messages.value.reading.see(name);
  return (
    <button
      type="button"
      class="count-link"
      aria-label={`${shown}. ${see}`}
      title={see}
      onClick={() => {
        leadTo({ kind });
      }}
    >
      {shown}
    </button>
  );
}

interface FamilyRowsProps {
  info: FamilyInfo;
  report: Report;
  /** The largest upper limit of all families: the right end of the interval marks. */
  furthest: number;
  unfolded: boolean;
  toggle: (id: string) => void;
}

function FamilyRows({ info, report, furthest, unfolded, toggle }: FamilyRowsProps) {
  const summary = report.summary.families[info.id];
  if (!summary) return null;
  const t = messages.value;
  const { rate } = numbers.value;
  const chosen = selectedFinding.value;
  const name = localized(info.name, language.value);
  const [low, high] = summary.ci95;
  const off = hiddenFamilies.value.has(info.id);
  return (
    <tbody data-tint={info.id} class={off ? 'off' : undefined}>
      <tr class={chosen?.family === info.id ? 'family current' : 'family'}>
        <th scope="row">
          <button
            type="button"
            class="fold"
            aria-expanded={unfolded}
            title={localized(info.description, language.value)}
            onClick={() => {
              toggle(info.id);
            }}
          >
            <span class="swatch" aria-hidden="true" />
            {name}
            <span class="visually-hidden">: {t.subtypesOf(name)}</span>
          </button>
        </th>
        <td class="number count" data-family={info.id} data-count={summary.count}>
          <CountLink kind={info.id} name={name} found={summary.count} />
        </td>
        <td class="number">{rate(summary.per_1000_han)}</td>
        <td class="number interval">
          {rate(low)}–{rate(high)}
        </td>
        <td class="interval-mark" aria-hidden="true">
          <IntervalMark value={summary.per_1000_han} low={low} high={high} furthest={furthest} />
        </td>
      </tr>
      {unfolded &&
        info.subtypes.map((subtype) => {
          const found = summary.subtypes[subtype.id] ?? 0;
          const own = summary.subtype_rates[subtype.id];
          if (!own) return null;
          const { per_1000_han: per1000, ci95: interval } = own;
          return (
            <tr
              key={subtype.id}
              class={
                chosen?.family === info.id && chosen.subtype === subtype.id
                  ? 'subtype current'
                  : 'subtype'
              }
            >
              <th scope="row" title={localized(subtype.description, language.value)}>
                {localized(subtype.name, language.value)}
              </th>
              <td
                class="number count"
                data-family={info.id}
                data-subtype={subtype.id}
                data-count={found}
              >
                <CountLink
                  kind={`${info.id}/${subtype.id}`}
                  name={localized(subtype.name, language.value)}
                  found={found}
                />
              </td>
              <td class="number">{rate(per1000)}</td>
              <td class="number interval">
                {rate(interval[0])}–{rate(interval[1])}
              </td>
              <td class="interval-mark" aria-hidden="true">
                <IntervalMark
                  value={per1000}
                  low={interval[0]}
                  high={interval[1]}
                  furthest={furthest}
                />
              </td>
            </tr>
          );
        })}
    </tbody>
  );
}
