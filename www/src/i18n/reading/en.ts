/** English words of the reading view: cards, panels, the concordance, charts. */
const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const reading = {
  card: {
    label: 'Explanation',
    refersTo: 'Means',
    notHere: 'Not here',
    notHereTitle: 'Set this one aside: it counts no more, also after the text is edited',
    never: 'Never this entry',
    neverTitle: 'Set this entry aside in every text',
    keys: 'Tab goes into the explanation, Escape closes it.',
  },

  setAside: {
    heading: 'Set aside',
    count: (count: number, format: (n: number) => string) => `${format(count)} set aside`,
    explained: 'Found, but counted nowhere: in no number, chart or export.',
    done: (text: string) => `“${text}” was set aside.`,
    doneEverywhere: (text: string) => `“${text}” was set aside in every text.`,
    here: 'In this text',
    everywhere: 'In every text',
    times: (count: number, format: (n: number) => string) =>
      count === 0
        ? 'not in this text'
        : `${format(count)} ${plural(count, 'time', 'times')} in this text`,
    putBack: 'Put back',
    putBackText: (text: string) => `Put “${text}” back`,
    putAllBack: 'Put all back',
    none: 'Nothing is set aside any more.',
  },

  list: {
    columns: {
      position: 'Paragraph',
      before: 'Before',
      marker: 'Marker',
      after: 'After',
      kind: 'Kind',
    },
    paragraphHead: '¶',
    sortBy: (column: string) => `Sort by: ${column}`,
    order: 'Order of the list',
    ascending: 'ascending',
    descending: 'descending',
    filter: 'Filter the findings',
    words: 'Words in or near the marker',
    kind: 'Kind',
    allKinds: 'All kinds',
    allOf: (family: string) => `${family}: all`,
    voice: 'Voice',
    allVoices: 'All voices',
    some: (shown: string, all: string) => `${shown} of ${all} findings`,
    showAll: 'Show all',
    nothing: 'No finding fits.',
    keys: 'Arrow keys choose a finding, Enter goes to the text, Delete sets the finding aside.',
  },

  see: (what: string) => `Show in the list and in the text: ${what}`,
};
