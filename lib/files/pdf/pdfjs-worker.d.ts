/** The half of pdf.js that reads, which comes without types. It is handed on as it is. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object;
}
