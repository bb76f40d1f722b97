import { useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { messages, numbers } from '../i18n';
import { readAs, undecided, type Undecided } from '../state/document';
import { decode, ENCODING_NAMES, provenEncoding, type Encoding } from './decode';

/** Bytes shown of each reading. */
const PREVIEW_BYTES = 2048;
/** UTF-16 units of that which are shown. */
const PREVIEW_LENGTH = 90;

/** Asks in which encoding a file is to be read, showing how each reading begins. */
export function EncodingDialog() {
  const question = undecided.value;
  return question && <Question key={question} question={question} />;
}

function Question({ question: { file, choices, over } }: { question: Undecided }) {
  const t = messages.value.encoding;
  const dialog = useRef<HTMLDialogElement>(null);
  const chosen = useSignal<Encoding>(choices[0] ?? 'utf-8');
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const proven = provenEncoding(file.bytes);
  return (
    <dialog
      ref={dialog}
      class="encoding"
      aria-labelledby="encoding-heading"
      onClose={() => {
        undecided.value = null;
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          void readAs(file, chosen.value, over);
        }}
      >
        <h2 id="encoding-heading">{t.heading}</h2>
        {proven === null && <p>{t.question(file.name)}</p>}
        <fieldset>
          <legend class="visually-hidden">{t.choose(file.name)}</legend>
          {choices.map((encoding, i) => (
            <label key={encoding}>
              <input
                type="radio"
                name="encoding"
                value={encoding}
                checked={chosen.value === encoding}
                onChange={() => {
                  chosen.value = encoding;
                }}
              />
              <span>
                <strong>{ENCODING_NAMES[encoding]}</strong>
                {i === 0 && proven === null && <em> {t.likely}</em>}
                <Preview bytes={file.bytes} encoding={encoding} />
              </span>
            </label>
          ))}
        </fieldset>
        <div class="buttons">
          <button
            type="button"
            onClick={() => {
              dialog.current?.close();
            }}
          >
            {t.cancel}
          </button>
          <button type="submit" class="primary">
            {t.open}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function Preview({ bytes, encoding }: { bytes: Uint8Array; encoding: Encoding }) {
  const { text } = decode(bytes.subarray(0, PREVIEW_BYTES), encoding);
  const { damaged } = decode(bytes, encoding);
  return (
    <span class="preview">
      <span>{text.slice(0, PREVIEW_LENGTH).toWellFormed()}…</span>
      {damaged > 0 && (
        <span class="small"> {messages.value.encoding.damaged(numbers.value.count(damaged))}</span>
      )}
    </span>
  );
}
