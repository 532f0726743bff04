/** A mark that something waits on this device, which can be read without opening a database. */
const NAME = 'pvp-requests-wait';

export function isAnythingWaiting(): boolean {
  try {
    return localStorage.getItem(NAME) !== null;
  } catch {
    // No storage for this page: then nothing was kept either.
    return false;
  }
}

export function markWaiting(waits: boolean): void {
  try {
    if (waits) localStorage.setItem(NAME, '');
    else localStorage.removeItem(NAME);
  } catch {
    // Without the mark, what waits is sent when a form is opened.
  }
}
