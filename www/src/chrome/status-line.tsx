import { messages, numbers } from '../i18n';
import { engineState, outcome } from '../state/analysis';
import { isEmpty } from '../state/document';
import { offlineReady } from '../state/offline';

/** One quiet line under the text: what the analyser is doing. */
export function StatusLine() {
  const t = messages.value;
  const line = (): string => {
    if (engineState.value.kind === 'failed') return t.failure.heading;
    if (engineState.value.kind === 'loading') return t.loading;
    if (isEmpty.value) return t.waitingForText;
    switch (outcome.value.kind) {
      case 'running':
        return t.analysing;
      case 'done':
        return t.analysed(numbers.value.short(outcome.value.milliseconds));
      default:
        return '';
    }
  };
  return (
    <p class="status-line">
      <span data-engine={engineState.value.kind} data-outcome={outcome.value.kind}>
        {line()}
      </span>
      {offlineReady.value && <span>{t.offlineReady}</span>}
    </p>
  );
}
