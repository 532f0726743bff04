import type { LitElement } from 'lit';

/**
 * Fetches what is not needed for the first picture, the small pictures beside facts first. Where it
 * cannot be had, the facts say all there is.
 */
export function loadPictures(host: LitElement): void {
  import('./after-first-picture.ts').then(
    ({ afterFirstPicture }) => afterFirstPicture(host),
    () => undefined,
  );
}
