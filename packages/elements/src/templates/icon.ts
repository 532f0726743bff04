import { html, type TemplateResult } from 'lit';

/** Drawn as lines in a square of 24; always beside a text that says the same. */
const icons = {
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21c0-4 3.5-6 8-6s8 2 8 6',
  price: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM15 8a5 5 0 1 0 0 8M7 11h6M7 13h6',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3 2',
  online: 'M3 5h18v11H3zM8 20h8M12 16v4',
  place: 'M12 21s7-5 7-11a7 7 0 0 0-14 0c0 6 7 11 7 11zM12 10v.1',
  phone: 'M7 2h10v20H7zM11 18h2',
  letter: 'M3 6h18v12H3zM3 7l9 6 9-6',
  warning: 'M12 4l10 17H2zM12 10v5M12 18v.1',
};

export type IconName = keyof typeof icons;

export function icon(name: IconName): TemplateResult {
  return drawIcon(icons[name]);
}

/** @param path Lines in a square of 24. */
export function drawIcon(path: string): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;
}
