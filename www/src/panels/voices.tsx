import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { families, result } from '../state/analysis';
import { language } from '../state/settings';

/** The counts and rates of each voice, where the text has more than the writer's. */
export function Voices() {
  const shown = result.value;
  if (!shown) return null;
  const { voices } = shown.report.summary;
  if (voices.length < 2) return null;
  const t = messages.value;
  const { count, rate } = numbers.value;
  const known = families.value.filter(({ id }) => id in shown.report.summary.families);
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
              <tr key={voice ?? ''}>
                <th scope="row">{voice ?? <span class="nobody">{t.writer}</span>}</th>
                <td class="number">{count(han)}</td>
                {known.map(({ id }) => {
                  const own = of[id];
                  return (
                    <td key={id} class="number">
                      {own && count(own.count)}{' '}
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
    </section>
  );
}
