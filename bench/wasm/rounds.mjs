/** Times subjects on inputs. The same for Node and the browser, so this module imports nothing. */

/** Rounds by the size of an input in characters: enough for a median, few where one takes seconds. */
const rounds = (text) => (text.length > 1_000_000 ? 3 : 7);

/**
 * Lets all subjects take turns on each input, smallest input first, after one untimed turn each.
 *
 * @param {import('./subjects.mjs').Subject[]} subjects
 * @param {Record<string, string>} inputs by name
 * @returns {{ subject: string, input: string, ms: number[], count: number }[]}
 */
export function takeTurns(subjects, inputs) {
  const ordered = Object.entries(inputs).sort(([, one], [, other]) => one.length - other.length);
  return ordered.flatMap(([input, text]) => {
    const measured = subjects.map(({ name, run }) => ({
      subject: name,
      input,
      ms: [],
      count: run(text),
    }));
    for (let round = rounds(text); round > 0; round--) {
      subjects.forEach(({ name, run }, index) => {
        // What others left behind is not to be swept up in this one's time.
        globalThis.gc();
        const start = performance.now();
        const count = run(text);
        measured[index].ms.push(performance.now() - start);
        if (count !== measured[index].count) {
          throw new Error(`${name} found ${count} in ${input}, ${measured[index].count} before`);
        }
      });
    }
    return measured;
  });
}
