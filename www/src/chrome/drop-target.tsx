import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n';
import { takeDropped } from '../state/incoming';

const hasFiles = (event: DragEvent): boolean =>
  event.dataTransfer?.types.includes('Files') ?? false;

/** The whole window takes a dropped file, in front of the editor, which would read it as UTF-8. */
export function DropTarget() {
  const over = useSignal(false);
  useEffect(() => {
    const abort = new AbortController();
    const options = { capture: true, signal: abort.signal };
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      over.value = true;
    };
    addEventListener('dragenter', drag, options);
    addEventListener('dragover', drag, options);
    addEventListener(
      'dragleave',
      (event) => {
        if (event.relatedTarget === null) over.value = false;
      },
      options,
    );
    addEventListener(
      'drop',
      (event) => {
        over.value = false;
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.dataTransfer) takeDropped(event.dataTransfer);
      },
      options,
    );
    return () => {
      abort.abort();
    };
  }, [over]);
  return over.value ? <div class="drop-target">{messages.value.dropHere}</div> : null;
}
