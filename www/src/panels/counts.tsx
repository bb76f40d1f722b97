import { useSignal } from '@preact/signals';
import type { FamilyInfo, Report } from '../engine/types';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { families, result } from '../state/analysis';
import { hiddenFamilies, language } from '../state/settings';
import { IntervalMark } from './interval-mark';

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
    </section>
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
  const { count, rate } = numbers.value;
  const name = localized(info.name, language.value);
  const [low, high] = summary.ci95;
  const off = hiddenFamilies.value.has(info.id);
  return (
    <tbody data-tint={info.id} class={off ? 'off' : undefined}>
      <tr class="family">
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
          {count(summary.count)}
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
            <tr key={subtype.id} class="subtype">
              <th scope="row" title={localized(subtype.description, language.value)}>
                {localized(subtype.name, language.value)}
              </th>
              <td
                class="number count"
                data-family={info.id}
                data-subtype={subtype.id}
                data-count={found}
              >
                {count(found)}
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
