import { Samples } from '../editor/text-panel';
import { messages } from '../i18n';
import { localized } from '../i18n/language';
import { families } from '../state/analysis';
import { isEmpty } from '../state/document';
import { language } from '../state/settings';

/** In place of numbers, while there is no text. */
export function Welcome() {
  if (!isEmpty.value) return null;
  const t = messages.value;
  const names = families.value.map(({ name }) => {
    const words = localized(name, language.value);
    return language.value === 'en' ? words.toLowerCase() : words;
  });
  const list = new Intl.ListFormat(language.value, { type: 'conjunction' }).format(names);
  return (
    <section class="panel welcome" aria-labelledby="welcome-heading">
      <h2 id="welcome-heading">{t.welcomeHeading}</h2>
      {names.length > 0 && <p>{t.welcome(list)}</p>}
      <p>{t.welcomeTry}</p>
      <Samples />
      <p class="small">{t.privacy}</p>
    </section>
  );
}
