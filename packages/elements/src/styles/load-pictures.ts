import type { LitElement } from 'lit';

/** Fetches the small pictures beside facts. Where they cannot be had, the facts say all there is. */
export function loadPictures(host: LitElement): void {
  import('./pictures.ts').then(
    ({ addPictures }) => addPictures(host),
    () => undefined,
  );
}
