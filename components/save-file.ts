export interface SavedFile {
  name: string;
  /** Its media type. */
  type: string;
  text: string;
}

/** How long a browser may take to write a file, in ms, before its text is let go. */
const WRITE_MS = 60_000;

/** Hands a file to the browser, which saves it as a download. Nothing is sent. */
export function saveFile({ name, type, text }: Omit<SavedFile, 'text'> & { text: string | Blob }): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), WRITE_MS);
}
