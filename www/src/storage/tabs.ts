/** What the tabs of this page tell each other. */

export type TabMessage =
  /** These entries or texts were changed. */
  | { type: 'changed'; ids: string[] }
  /** What is set aside in a text, or, without an id, in every text. */
  | { type: 'exceptions'; id: string | null }
  /** The reader's own lexicons. */
  | { type: 'lexicons' }
  /** Everything was cleared. */
  | { type: 'cleared' };

// Browsers that deny storage may deny this as well.
const channel = (() => {
  try {
    return new BroadcastChannel('cifeng');
  } catch {
    return null;
  }
})();

export function tellTabs(message: TabMessage): void {
  channel?.postMessage(message);
}

export function hearTabs(hear: (message: TabMessage) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    hear(data);
  });
}
