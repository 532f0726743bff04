import { css } from 'lit';

/**
 * Tokens, the reset of what a page lets fall into a shadow root, and the parts that every element
 * has. Sizes are in em and px: `rem` belongs to the page.
 *
 * Text takes the page's own colour and stands on the page's own ground; quieter tones are mixed
 * from it. The other colours follow the page's `color-scheme`, so a page that knows light alone
 * never gets a dark element. A browser without `light-dark()` draws those in the text's colour.
 *
 * A rule of the page for `*` still reaches the host itself, and from there its text spacing the
 * content: people who read with wider spacing rely on that.
 *
 * A container has no width of its own. Where the page floats the element, or hands out as much
 * width as its content wants, it would have none at all; `contain-intrinsic-inline-size` gives one.
 *
 * Colours that belong together are set together: a ground with the text on it.
 *
 * @cssproperty --pvp-accent - Colour of links, and ground of the main button.
 * @cssproperty --pvp-on-accent - Text on the accent colour.
 * @cssproperty --pvp-text - Colour of text.
 * @cssproperty --pvp-muted - Colour of text of second rank.
 * @cssproperty --pvp-surface - Ground of the element and of its fields and buttons.
 * @cssproperty --pvp-soft - Ground of what is set apart and of what the pointer is on.
 * @cssproperty --pvp-border - Colour of lines that part.
 * @cssproperty --pvp-control-border - Edge of fields and filters; 3:1 against the ground.
 * @cssproperty --pvp-notice - Ground of notices.
 * @cssproperty --pvp-on-notice - Text in notices.
 * @cssproperty --pvp-notice-border - Edge of notices.
 * @cssproperty --pvp-focus - Outline of what has the focus; 3:1 against the ground.
 * @cssproperty --pvp-radius - Radius of corners.
 * @cssproperty --pvp-space - Unit of distance; smaller for a denser page.
 * @cssproperty --pvp-padding - Distance between the edge of the element and what is in it.
 * @cssproperty --pvp-font - Font family.
 * @cssproperty --pvp-font-size - Size of text; all other sizes follow it.
 */
export const foundation = css`
  :host {
    --_muted: var(--pvp-muted, color-mix(in srgb, currentColor 78%, transparent));
    --_accent: var(--pvp-accent, light-dark(#1d4f91, #9cc4f5));
    --_on-accent: var(--pvp-on-accent, light-dark(#fff, #10151b));
    --_surface: var(--pvp-surface, transparent);
    --_soft: var(--pvp-soft, color-mix(in srgb, currentColor 6%, transparent));
    --_line: var(--pvp-border, color-mix(in srgb, currentColor 22%, transparent));
    --_edge: var(--pvp-control-border, color-mix(in srgb, currentColor 62%, transparent));
    --_notice: var(--pvp-notice, light-dark(#fdf3dc, #33290f));
    --_on-notice: var(--pvp-on-notice, light-dark(#1b1f24, #f3ead6));
    --_notice-edge: var(--pvp-notice-border, light-dark(#b45f06, #e3a53a));
    --_focus: var(--pvp-focus, light-dark(#1d4f91, #9cc4f5));
    --_radius: var(--pvp-radius, 4px);
    --_space: var(--pvp-space, 1em);
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
