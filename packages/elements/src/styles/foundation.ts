import { css, type CSSResult } from 'lit';
import { tokens } from './tokens.ts';

/**
 * The reset of what a page lets fall into a shadow root, and the parts that every element has. Sizes
 * are in em and px: `rem` belongs to the page.
 *
 * A rule of the page for `*` still reaches the host itself, and from there its text spacing the
 * content: people who read with wider spacing rely on that.
 *
 * A container has no width of its own. Where the page floats the element, or hands out as much
 * width as its content wants, it would have none at all; `contain-intrinsic-inline-size` gives one.
 */
export const reset = css`
  :host {
    display: flow-root;
    container-type: inline-size;
    contain-intrinsic-inline-size: min(20em, 80vw);
    min-width: 0;
    box-sizing: border-box;
    padding: var(--pvp-padding, 0);
    font-family: var(--pvp-font, inherit);
    font-size: var(--pvp-font-size, inherit);
    font-style: normal;
    font-variant: normal;
    font-weight: 400;
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-transform: none;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: anywhere;
    hyphens: auto;
    cursor: auto;
    color: var(--pvp-text, inherit);
    background: var(--_surface);
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  h4,
  h5,
  h6,
  p,
  ul {
    margin: 0;
    padding: 0;
    font: inherit;
  }
  ul {
    list-style: none;
  }
  a {
    color: var(--_accent);
    text-underline-offset: 0.15em;
  }
  a:hover {
    text-decoration-thickness: 2px;
  }
  button,
  input {
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
    border-radius: 2px;
  }
  .icon {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin-block-start: 0.125em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .button {
    display: inline-flex;
    gap: 0.5em;
    align-items: start;
    min-height: 2.75em;
    padding: 0.5em 1em;
    border: 1px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_accent);
    font-weight: 600;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .button:hover {
    background: var(--_soft);
  }
  .title {
    font-size: 1.25em;
    font-weight: 700;
    line-height: 1.3;
  }
  .byline {
    color: var(--_muted);
  }
  .summary {
    margin-block-start: 0.5em;
    max-width: 70ch;
  }
  .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em 1.5em;
    margin-block-start: 0.75em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .i {
    display: flex;
    gap: 0.5em;
  }
  .i::before {
    content: '';
    flex: none;
    width: 20px;
    height: 20px;
    margin-block-start: calc((1.5em - 20px) / 2);
  }
  .notice {
    margin-block-start: 0.75em;
    padding: 0.5em 0.75em;
    border-inline-start: 4px solid var(--_notice-edge);
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75em 1.5em;
    align-items: center;
    margin-block-start: var(--_space);
  }
  @media (forced-colors: active) {
    .notice {
      border: 1px solid;
    }
  }
`;

export const foundation: CSSResult[] = [tokens, reset];
