import { css } from 'lit';

/** Styles of the request form, on top of the foundation. */
export const styles = css`
  form,
  .actions,
  .receipt,
  .receipt ~ p {
    max-width: 40em;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  form > .actions {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .step {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .page-title {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.25;
    text-wrap: balance;
  }
  [part~='heading']:focus {
    outline: none;
  }
  .name,
  .field > label,
  legend {
    font-weight: 600;
  }
  .subject {
    margin-block-start: 0.5em;
  }
  .label,
  .hint,
  .kept-note,
  small {
    color: var(--_muted);
  }
  .hint,
  .kept-note,
  small {
    font-size: 0.9375em;
  }
  .lead {
    margin-block-start: 0.75em;
  }
  .kept-note {
    margin-block-start: var(--_space);
  }

  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
  }
  .field {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .field > :is(input, textarea) {
    display: block;
    margin-block-start: 0.375em;
  }
  .wrong {
    padding-inline-start: 0.875em;
    border-inline-start: 4px solid var(--_error);
  }
  .error {
    color: var(--_error);
    font-weight: 600;
  }
  .count {
    margin-block-start: 0.25em;
    font-variant-numeric: tabular-nums;
  }
  :host {
    --_error: var(--pvp-error, light-dark(#b3261e, #ff9d94));
  }

  textarea,
  input:not([type='radio'], [type='checkbox'], [type='file']) {
    width: 100%;
    max-width: 20em;
    min-height: 2.75em;
    padding: 0.5em 0.75em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
  }
  textarea,
  input.wide:not([type='radio']) {
    max-width: 100%;
  }
  textarea {
    line-height: 1.5;
    resize: vertical;
  }
  [aria-invalid='true'] {
    border-color: var(--_error) !important;
  }
  .drop {
    position: relative;
    margin-block-start: 0.375em;
    padding: 0.75em;
    border: 2px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .drop:has([aria-invalid='true']) {
    border-color: var(--_error);
  }
  /* The browser's own words are in its language, so they lie unseen over the whole of it. */
  .drop input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    opacity: 0;
    cursor: pointer;
  }
  .drop:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }

  .choices {
    display: grid;
    gap: 0.25em;
    margin-block-start: 0.25em;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    column-gap: 0.75em;
    padding-block: 0.5em;
  }
  .choice input {
    width: 1.5em;
    height: 1.5em;
    accent-color: var(--_accent);
    cursor: pointer;
  }
  .choice label {
    cursor: pointer;
  }
  .choice .hint {
    grid-column: 2;
  }

  .files {
    margin-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .files li {
    display: flex;
    gap: 0.75em;
    align-items: center;
    padding-block: 0.5em;
    border-block-end: 1px solid var(--_line);
  }
  .file {
    flex: 1;
    min-width: 0;
  }
  .file small {
    display: block;
  }
  .file .name {
    font-weight: 400;
  }
  progress {
    display: block;
    width: 100%;
    height: 0.5em;
    margin-block-start: 0.25em;
    accent-color: var(--_accent);
  }
  .remove {
    display: grid;
    flex: none;
    place-content: center;
    width: 2.75em;
    height: 2.75em;
    border: 0;
    border-radius: var(--_radius);
    background: none;
    cursor: pointer;
  }
  .remove:hover {
    background: var(--_soft);
  }
  .remove .icon {
    margin: 0;
  }

  .summary-of-errors,
  .kept {
    margin-block-end: calc(var(--_space) * 1.5);
    padding: var(--_space) calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .summary-of-errors {
    border: 3px solid var(--_error);
  }
  .summary-of-errors li,
  .kept li {
    margin-block-start: 0.375em;
  }
  .summary-of-errors a {
    display: inline-block;
    min-height: 24px;
    color: var(--_error);
    font-weight: 600;
  }

  .answers {
    margin: var(--_space) 0 0;
    border-block-start: 1px solid var(--_line);
  }
  .answer {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.125em 1em;
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_line);
  }
  .answer dt {
    grid-column: 1;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .answer dd {
    grid-column: 1;
    margin: 0;
  }
  .answer .change {
    grid-column: 2;
    grid-row: 1;
  }
  .written {
    white-space: pre-line;
  }
  .notice-on-data {
    margin-block-start: calc(var(--_space) * 1.5);
    padding: var(--_space) calc(var(--_space) * 1.25);
    border-inline-start: 4px solid var(--_line);
    background: var(--_soft);
    font-size: 0.9375em;
  }
  .notice-on-data p + p {
    margin-block-start: 0.375em;
  }

  .receipt {
    margin-block: var(--_space);
    padding: calc(var(--_space) * 1.25);
    border: 2px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .receipt dl,
  .receipt dd {
    margin: 0;
  }
  .receipt dd {
    margin-block-end: 0.75em;
    font-family: ui-monospace, monospace;
    overflow-wrap: anywhere;
    hyphens: none;
    user-select: all;
  }
  .receipt .number {
    font-size: 1.75em;
    font-weight: 700;
    line-height: 1.25;
  }

  .primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 85%, currentColor);
  }
  .link {
    min-height: 24px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .link:hover {
    text-decoration-thickness: 2px;
  }
  .actions .link {
    min-height: 2.75em;
  }
  @container (max-width: 30em) {
    .answer .change {
      grid-column: 1;
      grid-row: auto;
    }
  }
  @media (forced-colors: active) {
    .primary,
    .receipt,
    .notice-on-data {
      border: 2px solid;
    }
  }
`;
