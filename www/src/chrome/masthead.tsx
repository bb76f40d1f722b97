import { messages } from '../i18n';
import { LANGUAGES } from '../i18n/language';
import { chooseLanguage, chooseTheme, language, theme, THEMES } from '../state/settings';
import { Choice } from './choice';
import { MoonIcon, Seal, SunIcon, SystemIcon } from './icons';

const THEME_FACES = { system: <SystemIcon />, light: <SunIcon />, dark: <MoonIcon /> };

/** The name of the page, and the choices that hold everywhere. */
export function Masthead() {
  const t = messages.value;
  return (
    <header class="masthead">
      <div class="brand">
        <Seal />
        <div>
          <h1>
            <span lang={language.value === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant'}>
              {language.value === 'zh-Hans' ? '辞锋' : '辭鋒'}
            </span>{' '}
            <span class="latin" lang="en">
              Cifeng
            </span>
          </h1>
          <p class="tagline">{t.tagline}</p>
        </div>
      </div>
      <div class="choices">
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
        <Choice
          label={t.themeLabel}
          name="theme"
          options={THEMES.map((id) => ({ id, label: t.theme[id], face: THEME_FACES[id] }))}
          value={theme.value}
          onChoose={chooseTheme}
        />
      </div>
    </header>
  );
}
