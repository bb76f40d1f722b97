import type { ComponentChildren } from 'preact';

interface ChoiceProps<T extends string> {
  /** Name of the group, for screen readers; also of its radio buttons. */
  label: string;
  name: string;
  options: readonly { id: T; label: string; lang?: string; face: ComponentChildren }[];
  value: T;
  onChoose: (id: T) => void;
}

/** One of a few, side by side: radio buttons that look like one control. */
export function Choice<T extends string>({
  label,
  name,
  options,
  value,
  onChoose,
}: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend class="visually-hidden">{label}</legend>
      {options.map((option) => (
        <label key={option.id} lang={option.lang} title={option.label}>
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === value}
            aria-label={option.label}
            onChange={() => {
              onChoose(option.id);
            }}
          />
          <span>{option.face}</span>
        </label>
      ))}
    </fieldset>
  );
}
