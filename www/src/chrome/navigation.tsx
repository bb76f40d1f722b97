import { messages } from '../i18n';
import { addressOf, view, VIEWS } from '../state/view';

/** The ways to the views of the page. */
export function Navigation() {
  const t = messages.value;
  return (
    <nav class="navigation" aria-label={t.viewsLabel}>
      {VIEWS.map((id) => (
        <a key={id} href={addressOf(id)} aria-current={view.value === id ? 'page' : undefined}>
          {t.views[id]}
        </a>
      ))}
    </nav>
  );
}
