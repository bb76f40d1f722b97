import './style/index.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app';
import { loadViews } from './chrome/later-view';
import { loadPanels } from './panels/load';
import { loadCharts } from './charts/load';
import { loadAllWords, loadWords } from './i18n';
import { engineState, result } from './state/analysis';
import { loadLibrary, purgeDeleted } from './state/library';
import { loadLexicons } from './state/lexicons';
import { registerOffline } from './state/offline';
import { applyTints } from './style/tints';

const INCOMPLETE = [
  ['en', 'The page did not arrive completely. Please load it again; your texts are kept.'],
  ['zh-Hant', '網頁沒有完整載入，請重新載入；你的文章都還在。'],
  ['zh-Hans', '网页没有完整载入，请重新载入；你的文章都还在。'],
] as const;

function paragraph(lang: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.lang = lang;
  element.textContent = text;
  return element;
}

applyTints();

const root = document.getElementById('app');
void loadWords().then(
  () => {
    if (root) render(<App />, root);
  },
  () => {
    // Without words there is no page to say it in.
    root?.append(...INCOMPLETE.map(([lang, text]) => paragraph(lang, text)));
  },
);
void loadLexicons();

// What may come late is fetched as soon as the analyser is there, before there is a text to wait for.
let fetched = false;
effect(() => {
  if (engineState.value.kind !== 'ready' || fetched) return;
  fetched = true;
  void Promise.allSettled([
    loadPanels(),
    loadCharts(),
    loadViews(),
    loadAllWords(),
    loadLibrary().then(purgeDeleted),
  ]).then(registerOffline);
});

// A measure for tests and for the curious: when the first report of a text was there.
let measured = false;
effect(() => {
  if (measured || !result.value || result.value.text === '') return;
  measured = true;
  requestAnimationFrame(() => performance.mark('cifeng:first-report'));
});
