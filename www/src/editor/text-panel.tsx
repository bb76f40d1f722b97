import { useEffect, useRef } from 'preact/hooks';
import { drawCard } from '../card/card';
import { Legend } from '../chrome/legend';
import { NextIcon, PreviousIcon } from '../chrome/icons';
import { FailureNotice, Notices } from '../chrome/notices';
import { StatusLine } from '../chrome/status-line';
import { messages } from '../i18n';
import type { Language } from '../i18n';
import { ACCEPTED } from '../import/formats';
import { SAMPLES } from '../samples';
import { result } from '../state/analysis';
import {
  clearText,
  isEmpty,
  openNew,
  selected,
  sight,
  stepThroughFindings,
  textChanged,
  textReplaced,
  attachEditor,
  openSample,
} from '../state/document';
import { takeChosen } from '../state/incoming';
import { firstText } from '../state/open-text';
import { language } from '../state/settings';
import { TextEditor, type EditorWords } from './text-editor';

/** The text and all that is done to it. */
export function TextPanel() {
  const t = messages.value;
  return (
    <section class="text-panel" aria-labelledby="text-heading">
      <h2 id="text-heading" class="visually-hidden">
        {t.textHeading}
      </h2>
      <div class="toolbar">
        <OpenButton />
        <Samples />
        <span class="toolbar-gap" />
        <button type="button" class="quiet" disabled={isEmpty.value} onClick={() => void openNew()}>
          {t.newText}
        </button>
        <button type="button" class="quiet" disabled={isEmpty.value} onClick={clearText}>
          {t.clear}
        </button>
        <StepButtons />
      </div>
      <Legend />
      <FailureNotice />
      <Notices />
      <EditorHost />
      <p id="keyboard-hint" class="visually-hidden">
        {t.keyboardHint}
      </p>
      <StatusLine />
    </section>
  );
}

function OpenButton() {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" onClick={() => input.current?.click()}>
        {messages.value.openFile}
      </button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        multiple
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          // The same file may be chosen again.
          event.currentTarget.value = '';
          takeChosen(files);
        }}
      />
    </>
  );
}

/** One button a sample text. */
export function Samples() {
  const t = messages.value;
  return (
    <div class="samples" role="group" aria-label={t.samples}>
      <span class="samples-label" aria-hidden="true">
        {t.samples}
      </span>
      {SAMPLES.map(({ id, text }) => (
        <button
          key={id}
          type="button"
          class="quiet"
          data-sample={id}
          onClick={() => {
            void openSample(text);
          }}
        >
          {t.sample[id]}
        </button>
      ))}
    </div>
  );
}

function StepButtons() {
  const t = messages.value;
  const none = (result.value?.index.size ?? 0) === 0;
  const button = (direction: 1 | -1) => (
    <button
      type="button"
      class="quiet square"
      disabled={none}
      aria-label={direction === 1 ? t.nextFinding : t.previousFinding}
      title={direction === 1 ? t.nextFinding : t.previousFinding}
      onClick={() => {
        stepThroughFindings(direction);
      }}
    >
      {direction === 1 ? <NextIcon /> : <PreviousIcon />}
    </button>
  );
  return (
    <div class="steps">
      {button(-1)}
      {button(1)}
    </div>
  );
}

/** In which language the text is drawn: it decides the shapes of the characters. */
function textLanguage(): Language {
  switch (result.value?.report.document.script) {
    case 'hans':
      return 'zh-Hans';
    case 'hant':
      return 'zh-Hant';
    default:
      return language.value === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant';
  }
}

function editorWords(): EditorWords {
  const t = messages.value;
  return {
    label: t.textLabel,
    placeholder: t.textPlaceholder,
    placeholderLanguage: language.value,
    describedBy: 'keyboard-hint',
    textLanguage: textLanguage(),
  };
}

function EditorHost() {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<TextEditor>(null);
  useEffect(() => {
    let gone = false;
    void firstText().then((text) => {
      if (gone || !host.current) return;
      editor.current = new TextEditor(host.current, text, editorWords(), {
        changed: textChanged,
        replaced: textReplaced,
        selected(index) {
          selected.value = index;
        },
        drawCard,
        inSight(from, to) {
          sight.value = { from, to };
        },
      });
      attachEditor(editor.current);
    });
    return () => {
      gone = true;
      editor.current?.destroy();
    };
  }, []);

  const words = editorWords();
  useEffect(() => {
    editor.current?.setWords(words);
  }, [words.label, words.textLanguage]);

  return <div ref={host} class="editor" />;
}
