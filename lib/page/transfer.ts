/** Files in the data of events that this script makes. DOM only. */

/**
 * Puts files into the data of a paste, drag or drop event made here, so that the page can read them. Firefox lets only the
 * script that has put something into a transfer read it again; what goes in through the page's own view of it, the page may
 * read. It also gives a paste event data of its own in place of what it was made with, hence only now.
 */
export function putFiles(event: ClipboardEvent | DragEvent, files: readonly File[]): void {
  const seen = asPage(event);
  const data =
    'clipboardData' in event ? (seen as ClipboardEvent).clipboardData : (seen as DragEvent).dataTransfer;
  for (const file of files) data?.items.add(file);
}

function asPage<T extends object>(thing: T): T {
  return (thing as { wrappedJSObject?: T }).wrappedJSObject ?? thing;
}
