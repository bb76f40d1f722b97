/**
 * What is timed: one function a subject, from a text to the number of what it found.
 *
 * The same for Node and the browser, so this module imports nothing.
 */

/** @typedef {{ name: string, run: (text: string) => number }} Subject */

/**
 * The whole analysis; every finding is looked at, as a page that draws them has to. Findings are made
 * when they are read, all of each at once.
 *
 * @typedef {{ start: number, end: number, text: string, why: string }} Finding
 * @param {{ analyze(text: string): { findings: Iterable<Finding> } }} analyzer
 * @returns {Subject}
 */
export function cifeng(analyzer) {
  return {
    name: 'cifeng',
    run(text) {
      let count = 0;
      for (const { start, end, text: found, why } of analyzer.analyze(text).findings) {
        const stands = start < end && end <= text.length && found.length === end - start;
        if (stands && typeof why === 'string') count++;
      }
      return count;
    },
  };
}

/**
 * Words, and words with their parts of speech, unknown words guessed as by default in jieba.
 *
 * @returns {Subject[]}
 */
export function jieba({ cut, tag }) {
  return [
    { name: 'jieba-tag', run: (text) => tag(text, true).length },
    { name: 'jieba-cut', run: (text) => cut(text, true).length },
  ];
}

/** The bare pass. @returns {Subject} */
export function limit(automaton) {
  return { name: 'limit', run: (text) => automaton.count(text) };
}
