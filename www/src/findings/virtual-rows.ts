/** A long list of which only the rows in sight are drawn; by TanStack Virtual. */
import { useLayoutEffect, useReducer, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';
import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
} from '@tanstack/virtual-core';

type Rows = Virtualizer<HTMLElement, HTMLElement>;

/** `count` rows of `size` pixels each in the scrolling element. */
export function useVirtualRows(
  element: RefObject<HTMLElement | null>,
  count: number,
  size: number,
): Rows {
  const [, redraw] = useReducer((drawn: number) => drawn + 1, 0);
  const options = {
    count,
    getScrollElement: () => element.current,
    estimateSize: () => size,
    overscan: 6,
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => {
      redraw(null);
    },
  };
  const made = useRef<Rows>(null);
  made.current ??= new Virtualizer<HTMLElement, HTMLElement>(options);
  const rows = made.current;
  rows.setOptions(options);
  useLayoutEffect(() => rows._didMount(), [rows]);
  useLayoutEffect(() => {
    rows._willUpdate();
  });
  return rows;
}
