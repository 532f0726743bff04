import { css } from 'lit';

export const styles = css`
  :host {
    display: inline-block;
    font-family: var(--pvp-font, inherit);
    font-size: var(--pvp-font-size, inherit);
    line-height: 1.5;
  }
  :host([display='inline']) {
    display: block;
  }
  [hidden] {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  .launch,
  .close {
    margin: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    font: inherit;
    cursor: pointer;
  }
  .launch {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    min-height: 2.75em;
    padding: 0.5em 1em;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    text-align: start;
  }
  .launch:hover {
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .head svg,
  .launch svg {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
  }
  .bottom-end.launch,
  .bottom-start.launch {
    position: fixed;
    z-index: 1000;
    inset-block-end: 1em;
    inset-inline-end: 1em;
  }
  .bottom-start.launch {
    inset-inline: 1em auto;
  }
  .panel {
    container-type: inline-size;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 2);
  }
  dialog.panel {
    position: fixed;
    z-index: 1001;
    inset: auto 1em 1em auto;
    width: 27em;
    max-width: calc(100vw - 2em);
    /* The end of a page's own header stays in sight, where there is the room. */
    height: min(44em, max(100dvh - 6em, 24em), 100dvh - 2em);
    max-height: none;
    margin: 0;
    padding: 0;
    overflow: hidden;
    border-color: var(--_edge);
    background: var(--_panel);
    color: var(--_on-panel);
    box-shadow: 0 8px 32px rgb(0 0 0 / 0.24);
  }
  dialog.bottom-start {
    inset-inline: 1em auto;
  }
  dialog:modal {
    inset: 0;
    width: 100%;
    max-width: none;
    height: 100%;
    border: 0;
    border-radius: 0;
    box-shadow: none;
  }
  dialog:is([open], :popover-open) {
    display: flex;
    flex-direction: column;
  }
  .head {
    display: flex;
    flex: none;
    gap: 1em;
    align-items: center;
    justify-content: space-between;
    padding: 0.625em 0.625em 0.625em 1.25em;
    border-block-end: 1px solid var(--_line);
    font-size: 1.125em;
    font-weight: 700;
  }
  section > .head {
    padding: 0.833em 0.833em 0;
    border: 0;
    font-size: 1.5em;
  }
  .head > :first-child {
    margin: 0;
    font: inherit;
  }
  .close {
    display: grid;
    place-items: center;
    width: 2.5em;
    height: 2.5em;
    padding: 0;
    background: none;
    color: inherit;
  }
  .close:hover {
    background: var(--_soft);
  }
  .inside {
    flex: 1;
    padding: 1.25em;
    overflow: auto;
  }
  section > .inside {
    overflow: visible;
  }
  .status {
    margin: 0;
    color: var(--_muted);
  }
  /* For ears: what it says is seen where it happens. */
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :host([open]) :is(.bottom-end, .bottom-start).launch {
    visibility: hidden;
  }
  .inside > .notice {
    margin-block: 0 1em;
  }
  @media print {
    :host(:not([display='inline'])) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .launch {
      border: 1px solid ButtonText;
    }
  }
`;
