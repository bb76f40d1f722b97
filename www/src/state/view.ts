/**
 * Which view of the page is open. The address's fragment says it, so that the browser's own back
 * and forward buttons work and a view can be bookmarked; nothing about a text stands there.
 */
import { signal } from '@preact/signals';

/** The views, in the order of the navigation. */
export const VIEWS = ['read', 'texts', 'compare', 'lexicons'] as const;
export type View = (typeof VIEWS)[number];

/** The link to a view. */
export const addressOf = (view: View): string => `#${view}`;

function fromAddress(): View {
  const name = location.hash.slice(1);
  return VIEWS.find((view) => view === name) ?? 'read';
}

export const view = signal<View>(fromAddress());

/** Opens a view, as a click on its link does. */
export function openView(opened: View): void {
  if (opened !== view.value) location.hash = addressOf(opened);
  // The event comes later; what follows this call may already need the view.
  view.value = opened;
}

addEventListener('hashchange', () => {
  view.value = fromAddress();
});
