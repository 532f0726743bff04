import { adoptStyles, type CSSResultOrNative, type LitElement } from 'lit';

const sheetsOf = new WeakMap<LitElement, readonly CSSResultOrNative[]>();

/** Gives an element the styles of a part that came later; each sheet once, in the order of coming. */
export function addStyles(host: LitElement, sheet: CSSResultOrNative): void {
  const sheets = sheetsOf.get(host) ?? (host.constructor as typeof LitElement).elementStyles;
  if (sheets.includes(sheet)) return;
  sheetsOf.set(host, [...sheets, sheet]);
  adoptStyles(host.renderRoot as ShadowRoot, [...sheets, sheet]);
}
