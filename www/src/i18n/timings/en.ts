/** English words of what the time goes to. */
export const timings = {
  heading: 'How long it takes',
  explained:
    'The open text is analysed once more and every step is timed. Timing takes time too, so the whole is longer than the analysis itself.',
  failed: 'It could not be measured.',
  again: 'Measure again',
  stage: 'Step',
  milliseconds: 'Milliseconds',
  share: 'Share',
  stages: {
    document: 'Reading the text',
    detect: 'Finding markers',
    resolve: 'Choosing where they overlap',
    voices: 'Telling voices apart',
    report: 'Making the report',
  },
  all: 'All',
};
