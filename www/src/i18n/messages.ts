/** The shape that every language fills: English is the pattern. */
import type { en } from './en';

/** Literal strings of the pattern become any string; functions keep their parameters. */
type Translated<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { [Key in keyof T]: Translated<T[Key]> };

export type Messages = Translated<typeof en>;
