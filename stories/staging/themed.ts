/** The same element on its page's own look and in each example theme. */
import { html, type TemplateResult } from 'lit';
import { scopedTheme, THEMES, type ThemeName } from './themes.ts';

export function themed(element: () => unknown): TemplateResult {
  return html`<div class="column">
    <div>
      <p class="label">No theme: the page's own font and colours</p>
      ${element()}
    </div>
    ${(Object.keys(THEMES) as ThemeName[]).map(
      (name) =>
        html`<div class="theme-${name}">
          <style>
            ${scopedTheme(name, `.theme-${name}`)}
          </style>
          <p class="label">${name}.css</p>
          ${element()}
        </div>`,
    )}
  </div>`;
}
