import { useSignal } from '@preact/signals';
import type { Timings } from '../engine/types';
import { messages, numbers } from '../i18n';
import { localized } from '../i18n/language';
import { engine, families, result } from '../state/analysis';
import { language } from '../state/settings';

type Measured = { kind: 'none' } | { kind: 'failed' } | { kind: 'done'; text: string; of: Timings };

/** What the analysis of the open text spends its time on, measured when somebody wants to know. */
export function TimingsPanel() {
  const t = messages.value.timings;
  const measured = useSignal<Measured>({ kind: 'none' });
  const text = result.value?.text;
  const measure = async (): Promise<void> => {
    if (text === undefined) return;
    try {
      measured.value = { kind: 'done', text, of: await engine.ask({ kind: 'timings', text }) };
    } catch {
      measured.value = { kind: 'failed' };
    }
  };
  const state = measured.value;
  return (
    <details
      class="timings"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open && state.kind !== 'done') void measure();
      }}
    >
      <summary>{t.heading}</summary>
      <p class="small">{t.explained}</p>
      <div role="status" data-timings={state.kind}>
        {state.kind === 'failed' && <p>{t.failed}</p>}
      </div>
      {state.kind === 'done' && <TimingsTable of={state.of} />}
      <button type="button" onClick={() => void measure()}>
        {t.again}
      </button>
    </details>
  );
}

function TimingsTable({ of }: { of: Timings }) {
  const t = messages.value.timings;
  const { rate } = numbers.value;
  const stages = ['document', 'detect', 'resolve', 'voices', 'report'] as const;
  const all = stages.reduce((sum, stage) => sum + of[stage], 0);
  const cells = (milliseconds: number) => (
    <>
      <td class="number">{rate(milliseconds)}</td>
      <td class="number">{all > 0 ? `${Math.round((milliseconds * 100) / all)} %` : '–'}</td>
    </>
  );
  return (
    <table class="voices">
      <thead>
        <tr>
          <th scope="col">{t.stage}</th>
          <th scope="col" class="number">
            {t.milliseconds}
          </th>
          <th scope="col" class="number">
            {t.share}
          </th>
        </tr>
      </thead>
      <tbody>
        {stages.flatMap((stage) => [
          <tr key={stage} data-stage={stage}>
            <th scope="row">{t.stages[stage]}</th>
            {cells(of[stage])}
          </tr>,
          ...(stage === 'detect'
            ? families.value.map(({ id, name }) => (
                <tr key={id} class="of-stage" data-family={id}>
                  <th scope="row">{localized(name, language.value)}</th>
                  {cells(of.families[id] ?? 0)}
                </tr>
              ))
            : []),
        ])}
        <tr data-stage="all">
          <th scope="row">{t.all}</th>
          {cells(all)}
        </tr>
      </tbody>
    </table>
  );
}
