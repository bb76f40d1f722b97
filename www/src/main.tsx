import './style/index.css';
import { effect } from '@preact/signals';
import { render } from 'preact';
import { App } from './app';
import { loadViews } from './chrome/later-view';
import { loadCharts } from './charts/load';
import { prepareForPrint } from './exports/print-view';
import { engineState, result } from './state/analysis';
import { loadLibrary, purgeDeleted } from './state/library';
import { loadLexicons } from './state/lexicons';
import { registerOffline } from './state/offline';
import { applyTints } from './style/tints';

applyTints();

const root = document.getElementById('app');
if (root) render(<App />, root);
void loadLexicons();
prepareForPrint();

// What may come late is fetched as soon as the analyser is there, before there is a text to wait for.
let fetched = false;
effect(() => {
  if (engineState.value.kind !== 'ready' || fetched) return;
  fetched = true;
  void Promise.allSettled([loadCharts(), loadViews(), loadLibrary().then(purgeDeleted)]).then(
    registerOffline,
  );
});

// A measure for tests and for the curious: when the first report of a text was there.
let measured = false;
effect(() => {
  if (measured || !result.value || result.value.text === '') return;
  measured = true;
  requestAnimationFrame(() => performance.mark('cifeng:first-report'));
});
