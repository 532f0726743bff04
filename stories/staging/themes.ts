/** The example themes as they stand in their files. */
import dense from '@pvp/elements/themes/dense.css?raw';
import government from '@pvp/elements/themes/government.css?raw';
import municipality from '@pvp/elements/themes/municipality.css?raw';

export const THEMES = { government, municipality, dense } as const;

export type ThemeName = keyof typeof THEMES;

/** A theme that holds inside of one element of the page, so that several can stand side by side. */
export function scopedTheme(name: ThemeName, selector: string): string {
  return THEMES[name].replace(/:root/g, selector).replace(/^:is\(/gm, `${selector} :is(`);
}
