import { useSignal } from '@preact/signals';
import { messages } from '../i18n';
import { localized } from '../i18n/language';
import { families } from '../state/analysis';
import { language } from '../state/settings';

interface AddProps {
  /** The table's columns; what they are called decides where each value goes. */
  columns: readonly string[];
  onAdd: (line: string) => void;
}

/** A row of fields for those who would rather not write tabs. */
export function AddEntry({ columns, onAdd }: AddProps) {
  const t = messages.value.lexicons;
  const entry = useSignal('');
  const familyId = useSignal('');
  const subtypeId = useSignal('');
  const note = useSignal('');
  const family = families.value.find(({ id }) => id === familyId.value) ?? families.value[0];
  if (!family) return null;
  const subtype = family.subtypes.find(({ id }) => id === subtypeId.value) ?? family.subtypes[0];
  const usual = ['entry', 'family', 'subtype', 'note'];
  const known = columns.length > 1 ? columns.map((column) => column.trim().toLowerCase()) : usual;
  const add = (): void => {
    const values: Record<string, string> = {
      entry: entry.value,
      family: family.id,
      subtype: subtype?.id ?? '',
      note: note.value,
    };
    const cells = known.map((column) => (values[column] ?? '').replace(/[\t\r\n]+/g, ' ').trim());
    const header = columns.length > 1 ? '' : `${usual.join('\t')}\n`;
    onAdd(`${header}${cells.join('\t')}`.trimEnd());
    entry.value = '';
    note.value = '';
  };
  return (
    <fieldset class="add-entry">
      <legend>{t.addEntry}</legend>
      <label class="field">
        <span>{t.entry}</span>
        <input
          type="text"
          dir="auto"
          maxLength={64}
          value={entry.value}
          onInput={({ currentTarget }) => {
            entry.value = currentTarget.value;
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing || entry.value.trim() === '') return;
            event.preventDefault();
            add();
          }}
        />
      </label>
      <label class="field">
        <span>{t.family}</span>
        <select
          value={family.id}
          onChange={({ currentTarget }) => {
            familyId.value = currentTarget.value;
          }}
        >
          {families.value.map(({ id, name }) => (
            <option key={id} value={id}>
              {localized(name, language.value)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t.subtype}</span>
        <select
          value={subtype?.id}
          onChange={({ currentTarget }) => {
            subtypeId.value = currentTarget.value;
          }}
        >
          {family.subtypes.map(({ id, name }) => (
            <option key={id} value={id}>
              {localized(name, language.value)}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        <span>{t.note}</span>
        <input
          type="text"
          dir="auto"
          maxLength={1000}
          placeholder={t.noteHint}
          value={note.value}
          onInput={({ currentTarget }) => {
            note.value = currentTarget.value;
          }}
        />
      </label>
      <button type="button" disabled={entry.value.trim() === ''} onClick={add}>
        {t.add1}
      </button>
    </fieldset>
  );
}
