import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { messages } from '../i18n';
import { clearEverything } from '../state/clearing';

/** One button for all that is kept in this browser, and a question before it is gone. */
export function ClearEverything() {
  const t = messages.value.clearing;
  const dialog = useRef<HTMLDialogElement>(null);
  const running = useSignal(false);
  return (
    <section class="panel" aria-labelledby="clearing-heading">
      <h2 id="clearing-heading">{t.heading}</h2>
      <p class="small">{t.explained}</p>
      <div>
        <button type="button" onClick={() => dialog.current?.showModal()}>
          {t.button}
        </button>
      </div>
      <dialog ref={dialog} class="question" aria-labelledby="clearing-question">
        <h2 id="clearing-question">{t.question}</h2>
        <p>{t.warning}</p>
        <div class="buttons">
          <button type="button" autofocus onClick={() => dialog.current?.close()}>
            {messages.value.encoding.cancel}
          </button>
          <button
            type="button"
            class="primary"
            disabled={running.value}
            onClick={() => {
              running.value = true;
              void clearEverything();
            }}
          >
            {t.confirm}
          </button>
        </div>
      </dialog>
    </section>
  );
}
