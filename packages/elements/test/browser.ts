/** What tests ask of the browser around the page; scripts/browser-abilities.mjs answers. */
import { executeServerCommand } from '@web/test-runner-commands';

/** Gives the page this size, in CSS pixels. */
export async function resizeViewport(width: number, height: number): Promise<void> {
  await executeServerCommand('resize-viewport', { width, height });
}

/** Sets the visitor's preference; false where this browser cannot be told it. */
export const preferColorScheme = (scheme: 'light' | 'dark'): Promise<boolean> =>
  executeServerCommand('prefer-color-scheme', scheme);

/** Draws the page as it would be printed; false where this browser cannot be told. */
export const printMedia = (active: boolean): Promise<boolean> =>
  executeServerCommand('print-media', active);

/** Presses Tab as a person does, with Shift where the way leads back. */
export async function pressTab(back = false): Promise<void> {
  await executeServerCommand('press-tab', { back });
}

/** A node of the tree that a browser tells assistive technology. */
export interface AccessibleNode {
  role: string;
  name?: string;
  level?: number;
  checked?: boolean;
  children?: AccessibleNode[];
}

/** The tree of the first element that fits; false where this browser cannot be asked. */
export const accessibilityTree = (selector: string): Promise<AccessibleNode | false> =>
  executeServerCommand('accessibility-tree', { selector });
