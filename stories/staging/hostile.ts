/** The style sheet of a page that never thought of anybody else. */
import { html, type TemplateResult } from 'lit';

const RULES = `
  :root { font-size: 62.5%; }
  .hostile { font: italic 700 11px/1 'Comic Sans MS', cursive; color: light-dark(#7a0000, #ffb3a8); text-align: right;
    text-transform: uppercase; letter-spacing: 0.2em; word-spacing: 1em; text-indent: 3em;
    white-space: nowrap; word-break: break-all; text-shadow: 1px 1px 2px red; cursor: crosshair; }
  .hostile * { box-sizing: content-box; margin: 13px; border: 3px dotted lime; float: left; }
  .hostile ul, .hostile li { list-style: square; background: yellow; }
  .hostile button, .hostile input, .hostile a { all: unset; background: black; color: black; }
  .hostile svg { width: 120px; height: 120px; fill: red; }
  .hostile h2, .hostile h3 { font-size: 72px; }
  .hostile [hidden] { display: block; }
`;

export function hostile(inside: unknown): TemplateResult {
  return html`<style>
      ${RULES}
    </style>
    <div class="hostile">${inside}</div>`;
}
