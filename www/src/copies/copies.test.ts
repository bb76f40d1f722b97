import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Exception } from '../engine/types';
import { beginningOf, newEntry, type TextEntry, type TextNumbers } from '../storage/entry';
import { readExceptions, writeExceptions } from '../storage/exceptions';
import { forgetKept, readKept, writeKept } from '../storage/kept';
import { lexiconsIn, LEXICONS, type OwnLexicon } from '../storage/own-lexicon';
import {
  addTexts,
  changeEntries,
  listEntries,
  listNumbers,
  purgeTexts,
  readText,
} from '../storage/texts';
import { HEADER } from './format';
import { copyOfLibrary } from './saving';
import { takeIn } from './taking';

/** What breaks files, markup and keys, in any order, beside any code units at all. */
const PIECES = [
  '\ud800',
  '\udfff',
  '\u202e',
  '\u2066',
  '\u200b',
  '\ufeff',
  '😀',
  '𠮷',
  '\0',
  '\r\n',
  '\u2028',
  '__proto__',
  'constructor',
  '<img src=x onerror=alert(1)>',
  '</script>',
  '=1+1',
  '"',
  '\\',
  '也許',
];
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 4 })), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));
const long = fc.constantFrom('長'.repeat(20_000), '\udc00'.repeat(5_000));
const words = fc.oneof({ weight: 9, arbitrary: hostile }, { weight: 1, arbitrary: long });
const time = fc.oneof(fc.constantFrom(-8.64e15, -1, 0, 8.64e15), fc.integer({ min: 0, max: 4e12 }));
const count = fc.nat();

const place = fc.option(fc.record({ before: words, after: words, nth: count }));
const exceptions: fc.Arbitrary<Exception[]> = fc.uniqueArray(
  fc.record({ family: words, text: words, place }),
  { maxLength: 3, selector: (each) => JSON.stringify(each) },
);
const numbers: fc.Arbitrary<TextNumbers> = fc.record({
  revision: count,
  lexicon: words,
  han: count,
  script: fc.constantFrom('traditional', 'simplified', 'mixed', 'unknown'),
  counts: fc
    .array(fc.tuple(words, count), { maxLength: 3 })
    .map((pairs) => Object.fromEntries(pairs)),
}) as fc.Arbitrary<TextNumbers>;

interface Kept {
  entry: TextEntry;
  text: string;
  numbers: TextNumbers | null;
  exceptions: Exception[];
}

const kept: fc.Arbitrary<Kept> = fc
  .record({
    id: fc.uuid(),
    name: words,
    folder: words,
    createdAt: time,
    changedAt: time,
    revision: count,
    text: words,
    numbers: fc.option(numbers),
    exceptions,
  })
  .map(({ text, numbers: own, exceptions: aside, ...given }) => ({
    entry: { ...given, beginning: beginningOf(text), length: text.length, deletedAt: null },
    text,
    numbers: own,
    exceptions: aside,
  }));
const lexicons: fc.Arbitrary<OwnLexicon[]> = fc.uniqueArray(
  fc.record({
    id: fc.uuid(),
    name: words,
    table: words,
    on: fc.boolean(),
    entries: count,
    errors: count,
  }),
  { maxLength: 3, selector: ({ name }) => name },
);
const library = fc.record({
  texts: fc.uniqueArray(kept, { maxLength: 4, selector: ({ entry }) => entry.id }),
  lexicons,
  exceptions,
});
type Library = typeof library extends fc.Arbitrary<infer Value> ? Value : never;

async function clear(): Promise<void> {
  const entries = await listEntries();
  for (const { id } of entries) await writeExceptions(id, []);
  await purgeTexts(entries.map(({ id }) => id));
  await forgetKept(LEXICONS);
  await writeExceptions(null, []);
}

async function fill({ texts, lexicons: own, exceptions: everywhere }: Library): Promise<void> {
  await clear();
  await addTexts(texts);
  for (const { entry, exceptions: aside } of texts) await writeExceptions(entry.id, aside);
  await writeKept(LEXICONS, own);
  await writeExceptions(null, everywhere);
}

/** All that is kept, in no order but that of the lexicons. */
async function everything(): Promise<Library> {
  const known = await listNumbers();
  const texts: Kept[] = [];
  for (const { id } of await listEntries()) {
    const found = await readText(id);
    if (!found) continue;
    const own = known.get(id) ?? null;
    texts.push({ ...found, numbers: own, exceptions: await readExceptions(id) });
  }
  return {
    texts: texts.sort((a, b) => (a.entry.id < b.entry.id ? -1 : 1)),
    lexicons: lexiconsIn(await readKept(LEXICONS)),
    exceptions: await readExceptions(null),
  };
}

it('a copy taken into an empty library gives the same library, once and twice', async () => {
  await fc.assert(
    fc.asyncProperty(library, async (given) => {
      await fill(given);
      const before = await everything();
      expect(before.texts).toHaveLength(given.texts.length);
      const copy = await copyOfLibrary();
      await clear();
      const outcome = await takeIn(copy);
      const { length } = given.texts;
      expect(outcome).toMatchObject({ kind: 'taken', added: length, same: 0, unread: 0 });
      expect(await everything()).toEqual(before);

      expect(await takeIn(copy)).toMatchObject({ added: 0, same: length, lexicons: 0 });
      expect(await everything()).toEqual(before);
      expect((await copyOfLibrary()).size).toBe(copy.size);
    }),
    { numRuns: 200 },
  );
}, 60_000);

it('a copy taken into another library takes nothing away, and the second time adds nothing', async () => {
  await fc.assert(
    fc.asyncProperty(library, library, fc.boolean(), async (given, other, share) => {
      await fill(given);
      const copy = await copyOfLibrary();
      // The same texts and lexicons, gone on elsewhere.
      const texts = share
        ? given.texts.map((each, i) => ({ ...each, ...otherText(other, each, i) }))
        : other.texts;
      await fill({ ...other, texts });
      const before = await everything();
      await takeIn(copy);
      const after = await everything();
      for (const each of before.texts) {
        const now = after.texts.find(({ entry }) => entry.id === each.entry.id);
        expect(now).toMatchObject({ entry: each.entry, text: each.text });
        expect(now?.exceptions).toEqual(expect.arrayContaining(each.exceptions));
      }
      for (const { text } of given.texts) expect(after.texts.map((it) => it.text)).toContain(text);
      expect(after.lexicons).toEqual(expect.arrayContaining(before.lexicons));
      expect(after.exceptions).toEqual(expect.arrayContaining(given.exceptions));

      expect(await takeIn(copy)).toMatchObject({ added: 0, lexicons: 0 });
      expect(await everything()).toEqual(after);
    }),
    { numRuns: 200 },
  );
}, 60_000);

function otherText(other: Library, { entry }: Kept, i: number): Partial<Kept> {
  const text = other.texts[i]?.text;
  if (text === undefined) return {};
  return { entry: { ...entry, beginning: beginningOf(text), length: text.length }, text };
}

it('a text that was renamed and deleted comes back under its new name', async () => {
  await clear();
  const entry = { ...newEntry({ id: 'a', name: 'old' }), beginning: '也許', length: 2 };
  await addTexts([{ entry, text: '也許', numbers: null }]);
  const copy = await copyOfLibrary();
  await changeEntries(['a'], (given) => ({ ...given, name: 'new', deletedAt: 1 }));
  expect(await takeIn(copy)).toMatchObject({ added: 0, same: 1 });
  expect((await everything()).texts).toMatchObject([{ entry: { name: 'new', deletedAt: null } }]);
});

const good = '{"text":{"entry":{"id":"a"},"text":"也許"}}\n';

it.each([
  ['nothing', '', { kind: 'foreign' }],
  ['no JSON', '也許\n', { kind: 'foreign' }],
  ['another JSON', '{"cifeng":"report"}\n', { kind: 'foreign' }],
  ['a newer form', '{"cifeng":"library","format":2}\n', { kind: 'newer' }],
  ['bytes that are no UTF-8', new Uint8Array([0xff, 0xfe, 0x0a]), { kind: 'unreadable' }],
  ['no line but the first', HEADER, { added: 0, unread: 0 }],
  ['lines of nothing known', `${HEADER}null\n[]\n7\n{"x":1}\n{"text":{}}\n`, { unread: 5 }],
  ['a text without an end', `${HEADER}${good}${good.slice(0, -9)}`, { added: 1, unread: 1 }],
  ['a text twice', HEADER + good + good, { added: 1, same: 1, unread: 0 }],
  ['a text without a name of its own', `${HEADER}{"text":{"entry":{},"text":"x"}}`, { added: 1 }],
  ['a name that reaches into others', HEADER + good.replace('"a"', '"a/b"'), { added: 1 }],
  ['a date that is none', HEADER + good.replace('"a"', '"a","changedAt":1e300'), { added: 1 }],
])('a file with %s', async (_, content, expected) => {
  await clear();
  expect(await takeIn(new Blob([content]))).toMatchObject(expected);
  const { texts } = await everything();
  const again = await takeIn(new Blob([content]));
  expect(again).toMatchObject(again.kind === 'taken' ? { added: 0 } : expected);
  expect((await everything()).texts).toEqual(texts);
  for (const { entry } of texts) {
    expect(entry.id).toMatch(/^[\w-]+$/);
    expect(() => new Date(entry.changedAt).toISOString()).not.toThrow();
  }
});
