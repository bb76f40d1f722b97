import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import type { RateRow } from '../charts/draw';
import { families, result } from '../state/analysis';
import { selectedFinding } from '../state/document';
import { language } from '../state/settings';
import { leadTo } from './lead';
import { RateFigure } from './rate-figure';

/** As many voices as a chart can hold: those who say most. */
const MOST_VOICES = 12;

/** The counts and rates of each voice, where the text has more than the writer's. */
export function Voices() {
  const shown = result.value;
  if (!shown) return null;
  const { voices } = shown.report.summary;
  if (voices.length < 2) return null;
  const t = messages.value;
  const { count, rate } = numbers.value;
  const known = families.value.filter(({ id }) => id in shown.report.summary.families);
  const most = voices.toSorted((a, b) => b.han - a.han).slice(0, MOST_VOICES);
  const rows = voices
    .filter((each) => most.includes(each))
    .flatMap(({ voice, families: of }) =>
      known.flatMap(({ id, name }): RateRow[] => {
        const own = of[id];
        if (!own) return [];
        const { per_1000_han: value, ci95 } = own;
        const [low, high] = ci95;
        const label = localized(name, language.value);
        const describe = `${label}: ${rate(value)} (${rate(low)}–${rate(high)})`;
        const group = voice ?? t.writer;
        return [{ id, name: `\u2003${label}`, tint: id, group, rate: value, low, high, describe }];
      }),
    );
  return (
    <section class="panel" aria-labelledby="voices-heading">
      <h2 id="voices-heading">{t.voicesHeading}</h2>
      {/* Many families make it wider than a phone. */}
      <div class="scroller" tabIndex={0} role="group" aria-labelledby="voices-heading">
        <table class="voices" aria-describedby="voices-explained">
          <thead>
            <tr>
              <th scope="col">{t.voice}</th>
              <th scope="col" class="number">
                {t.han}
              </th>
              {known.map((info) => (
                <th key={info.id} scope="col" class="number" data-tint={info.id}>
                  <span class="swatch" aria-hidden="true" />
                  {localized(info.name, language.value)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {voices.map(({ voice, han, families: of }) => (
              <tr
                key={voice ?? ''}
                class={selectedFinding.value?.voice === voice ? 'current' : undefined}
              >
                <th scope="row">{voice ?? <span class="nobody">{t.writer}</span>}</th>
                <td class="number">{count(han)}</td>
                {known.map(({ id }) => {
                  const own = of[id];
                  return (
                    <td key={id} class="number">
                      {own && own.count > 0 ? (
                        <button
                          type="button"
                          class="count-link"
                          aria-label={`${count(own.count)}. ${t.reading.see(voice ?? t.writer)}`}
                          onClick={() => {
                            leadTo({ kind: id, voice });
                          }}
                        >
                          {count(own.count)}
                        </button>
                      ) : (
                        count(0)
                      )}{' '}
                      <span class="rate">{own && rate(own.per_1000_han)}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p id="voices-explained" class="small">
        {t.voicesExplained}
      </p>
      <RateFigure
        title={t.voicesHeading}
        rows={rows}
        legend={known.map(({ id, name }) => ({
          id,
          name: localized(name, language.value),
          tint: id,
        }))}
        file="cifeng-voices"
      />
    </section>
  );
}
