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

  chart: {
    measure: 'What the chart shows',
    measures: { places: 'Places', counts: 'Counts', rates: 'Rates' },
    placesExplained: 'Every finding at its place in the text.',
    leads: 'A click leads there; the band is what you see of the text.',
    ratesExplained: (largest: string) =>
      `Findings per 1,000 Han characters of each paragraph. Every row has the same scale; the highest bar stands for ${largest}. Short paragraphs swing widely.`,
    spreadExplained:
      'How unevenly they are spread over the paragraphs (Gries’ DP, normalised): 0 in step with their lengths, 1 all in the shortest. Few findings spread unevenly by chance.',
    intervalsExplained: 'Findings per 1,000 Han characters; the line is the exact 95 % interval.',
    partOfText: 'Part of the text',
    asChart: 'As a chart',
    saveAs: (title: string, kind: string) => `Save “${title}” as ${kind}`,
    saveFailed: 'The picture could not be made.',
  },

  see: (what: string) => `Show in the list and in the text: ${what}`,
};
