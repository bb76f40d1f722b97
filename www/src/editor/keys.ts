/**
 * What keys do in the text area: moving, selecting, deleting, undoing. The library's own collection would
 * bring what belongs to program code, indentation and comments, and a parser with it.
 */
import {
  cursorCharLeft,
  cursorCharRight,
  cursorDocEnd,
  cursorDocStart,
  cursorGroupLeft,
  cursorGroupRight,
  cursorLineBoundaryBackward,
  cursorLineBoundaryForward,
  cursorLineBoundaryLeft,
  cursorLineBoundaryRight,
  cursorLineDown,
  cursorLineUp,
  cursorPageDown,
  cursorPageUp,
  deleteCharBackwardStrict,
  deleteCharForward,
  deleteGroupBackward,
  deleteGroupForward,
  deleteLineBoundaryBackward,
  deleteLineBoundaryForward,
  emacsStyleKeymap,
  historyKeymap,
  insertNewlineKeepIndent,
  selectAll,
  selectCharLeft,
  selectCharRight,
  selectDocEnd,
  selectDocStart,
  selectGroupLeft,
  selectGroupRight,
  selectLineBoundaryBackward,
  selectLineBoundaryForward,
  selectLineBoundaryLeft,
  selectLineBoundaryRight,
  selectLineDown,
  selectLineUp,
  selectPageDown,
  selectPageUp,
} from '@codemirror/commands';
import type { Command, KeyBinding } from '@codemirror/view';

type Key = Pick<KeyBinding, 'key' | 'mac'>;

/** A key that moves the caret and, with Shift, selects. */
const moving = (key: Key, run: Command, shift: Command): KeyBinding => ({
  ...key,
  run,
  shift,
  preventDefault: true,
});

const doing = (key: Key, run: Command): KeyBinding => ({ ...key, run, preventDefault: true });

export const KEYS: readonly KeyBinding[] = [
  ...historyKeymap,
  moving({ key: 'ArrowLeft' }, cursorCharLeft, selectCharLeft),
  moving({ key: 'ArrowRight' }, cursorCharRight, selectCharRight),
  moving({ key: 'ArrowUp' }, cursorLineUp, selectLineUp),
  moving({ key: 'ArrowDown' }, cursorLineDown, selectLineDown),
  moving({ key: 'Mod-ArrowLeft', mac: 'Alt-ArrowLeft' }, cursorGroupLeft, selectGroupLeft),
  moving({ key: 'Mod-ArrowRight', mac: 'Alt-ArrowRight' }, cursorGroupRight, selectGroupRight),
  moving({ mac: 'Cmd-ArrowLeft' }, cursorLineBoundaryLeft, selectLineBoundaryLeft),
  moving({ mac: 'Cmd-ArrowRight' }, cursorLineBoundaryRight, selectLineBoundaryRight),
  moving({ mac: 'Cmd-ArrowUp' }, cursorDocStart, selectDocStart),
  moving({ mac: 'Cmd-ArrowDown' }, cursorDocEnd, selectDocEnd),
  moving({ key: 'PageUp', mac: 'Ctrl-ArrowUp' }, cursorPageUp, selectPageUp),
  moving({ key: 'PageDown', mac: 'Ctrl-ArrowDown' }, cursorPageDown, selectPageDown),
  moving({ key: 'Home' }, cursorLineBoundaryBackward, selectLineBoundaryBackward),
  moving({ key: 'End' }, cursorLineBoundaryForward, selectLineBoundaryForward),
  moving({ key: 'Mod-Home' }, cursorDocStart, selectDocStart),
  moving({ key: 'Mod-End' }, cursorDocEnd, selectDocEnd),
  { key: 'Mod-a', run: selectAll },
  // A new paragraph begins as the one before: with its two wide spaces, if it has them.
  { key: 'Enter', run: insertNewlineKeepIndent, shift: insertNewlineKeepIndent },
  { ...doing({ key: 'Backspace' }, deleteCharBackwardStrict), shift: deleteCharBackwardStrict },
  doing({ key: 'Delete' }, deleteCharForward),
  doing({ key: 'Mod-Backspace', mac: 'Alt-Backspace' }, deleteGroupBackward),
  doing({ key: 'Mod-Delete', mac: 'Alt-Delete' }, deleteGroupForward),
  doing({ mac: 'Mod-Backspace' }, deleteLineBoundaryBackward),
  doing({ mac: 'Mod-Delete' }, deleteLineBoundaryForward),
  // What every text area of macOS knows.
  ...emacsStyleKeymap.flatMap(({ key, ...binding }) => (key ? [{ ...binding, mac: key }] : [])),
];
