/** What tests ask of the browser around the page; scripts/browser-abilities.mjs answers. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Gives the page this size, in CSS pixels. */
export async function resizeViewport(width: number, height: number): Promise<void> {
  await executeServerCommand('resize-viewport', { width, height });
}

/** Sets the visitor's preference; false where this browser cannot be told it. */
export const preferColorScheme = (scheme: 'light' | 'dark'): Promise<boolean> =>
  executeServerCommand('prefer-color-scheme', scheme);
