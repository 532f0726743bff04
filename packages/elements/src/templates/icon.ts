import { html, type TemplateResult } from 'lit';

/** Drawn as lines in a square of 24; always beside a text that says the same. */
const icons = {
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0zM4 21c0-4 3.5-6 8-6s8 2 8 6',
  price: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM15.5 8.5a4.5 4.5 0 1 0 0 7M7 11h6M7 13.5h5',
  clock: 'M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3.5 2',
  online: 'M3 5h18v11H3zM8 20h8M12 16v4',
  place:
    'M12 21.5s7-6 7-11.5a7 7 0 1 0-14 0c0 5.5 7 11.5 7 11.5zM14 10a2 2 0 1 1-4 0 2 2 0 0 1 4 0z',
  phone:
    'M6 3h3l2 5-2 1.5a11 11 0 0 0 5.5 5.5L16 13l5 2v3a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  letter: 'M3 6h18v12H3zM3 7l9 6 9-6',
  warning: 'M12 4l10 17H2zM12 10v5M12 17.5v.5',
  search: 'M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.5 15.5L21 21',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M20 12H5M11 5l-7 7 7 7',
  filter: 'M3 6h18M6 12h12M10 18h4',
};

export type IconName = keyof typeof icons;

export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d=${icons[name]} />
  </svg>`;
}
