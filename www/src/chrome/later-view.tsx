import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { messages } from '../i18n';
import { view, type View } from '../state/view';

/**
 * What each view but the first is made of, in code of its own that comes after the first report.
 * A view's module exports the view as `default`.
 */
const MODULES: Record<Exclude<View, 'read'>, () => Promise<{ default: ComponentType }>> = {
  texts: () => import('../texts/texts-view'),
  compare: () => import('../compare/compare-view'),
  lexicons: () => import('../lexicons/lexicons-view'),
};

/** Fetches the code of all views, so that opening one asks nothing of the network. */
export async function loadViews(): Promise<void> {
  await Promise.all(Object.values(MODULES).map((load) => load()));
}

/** The open view, where it is not the reading view. */
export function LaterView() {
  const open = view.value;
  return open === 'read' ? null : <Later key={open} load={MODULES[open]} />;
}

/** What is shown by code of its own, as soon as that is there. */
export function Later({ load }: { load: () => Promise<{ default: ComponentType }> }) {
  const t = messages.value;
  const loaded = useSignal<ComponentType | 'failed' | null>(null);
  const attempts = useSignal(0);
  const attempt = attempts.value;
  useEffect(() => {
    let gone = false;
    load().then(
      (module) => {
        if (!gone) loaded.value = module.default;
      },
      () => {
        if (!gone) loaded.value = 'failed';
      },
    );
    return () => {
      gone = true;
    };
  }, [load, attempt, loaded]);
  const View = loaded.value;
  if (View === null) return <p class="view-loading">{t.viewLoading}</p>;
  if (View === 'failed') {
    return (
      <div class="view-loading" role="alert">
        <p>{t.viewFailed}</p>
        <button
          type="button"
          onClick={() => {
            loaded.value = null;
            attempts.value++;
          }}
        >
          {t.failure.retry}
        </button>
      </div>
    );
  }
  return <View />;
}
