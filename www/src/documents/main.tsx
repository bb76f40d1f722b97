/** The head of a document beside the page: the way back, and the choice of language. */
import { reportLanguage } from '../i18n/language';
import '../style/document.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { Choice } from '../chrome/choice';
import { loadWords, messages } from '../i18n';
import { LANGUAGES } from '../i18n/language';
import { chooseLanguage, language } from '../state/settings';

function DocumentHead() {
  const t = messages.value;
  return (
    <>
      <a href="./">{t.backToPage}</a>
      <Choice
        label={t.languageLabel}
        name="language"
        options={LANGUAGES.map(({ id, name, short }) => ({
          id,
          label: name,
          lang: id,
          face: short,
        }))}
        value={language.value}
        onChoose={chooseLanguage}
      />
    </>
  );
}

const head = document.getElementById('document-head');
void loadWords().then(() => {
  if (head) render(<DocumentHead />, head);
});

effect(() => {
  const heading = document.querySelector(`article[lang=${reportLanguage(language.value)}] h1`);
  document.title = `${heading?.textContent ?? ''} · Cifeng 辭鋒`;
});
