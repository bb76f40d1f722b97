import { messages } from '../i18n';
import { localized } from '../i18n/language';
import { families } from '../state/analysis';
import { hiddenFamilies, language, showFamily } from '../state/settings';

/** What each colour and line means, with a switch a family. */
export function Legend() {
  const t = messages.value;
  if (families.value.length === 0) return null;
  return (
    <fieldset class="legend">
      <legend>{t.familiesHeading}</legend>
      {families.value.map(({ id, name, description }) => (
        <label key={id} data-tint={id} title={localized(description, language.value)}>
          <input
            type="checkbox"
            role="switch"
            name="family"
            value={id}
            checked={!hiddenFamilies.value.has(id)}
            onChange={(event) => {
              showFamily(id, event.currentTarget.checked);
            }}
          />
          <span class="legend-name">{localized(name, language.value)}</span>
        </label>
      ))}
    </fieldset>
  );
}
