/** English words of what can be taken away. */
export const exports = {
  heading: 'Take it with you',
  json: 'Download JSON',
  csv: 'Download CSV',
  html: 'Download report',
  copy: 'Copy with marks',
  print: 'Print…',
  saved: (name: string) => `Saved as “${name}”`,
  copied: 'Copied',
  copyFailed: 'The browser did not allow copying.',
  failed: (reason: string) => `The file could not be made: ${reason}`,
  tool: 'The whole tool as one file',
  toolExplained:
    'One HTML file with everything inside: it runs by a double click, without a network and without a server.',
  toolFailed:
    'The file could not be put together. Try again once this page is ready for offline use.',
};
