/** The half of pdf.js that usually runs in a worker of its own; it comes without types. */
declare module 'pdfjs-dist/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
