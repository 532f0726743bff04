import { css } from 'lit';

export const panelStyles = css`
  /* Over the reset. A container would be what the fixed button stands fixed to. */
  :host {
    display: inline-block;
    container-type: normal;
    contain-intrinsic-inline-size: none;
    padding: 0;
    background: none;
  }
  :host([display='inline']) {
    display: block;
  }
  /* What the reset gives a host that is its own container. */
  .panel {
    contain-intrinsic-inline-size: min(20em, 80vw);
  }
  .about {
    font-weight: 600;
  }
  .label,
  .lines,
  .self-help small {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .help {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.75);
  }
  .about + .situations {
    margin-block-start: calc(var(--_space) * -1.75);
  }
  .step {
    min-width: 0;
  }
  .step + .step {
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  .step > * + * {
    margin-block-start: 0.75em;
  }
  .step-title {
    font-size: 1.125em;
    font-weight: 700;
    line-height: 1.3;
  }
  :is(.step-title, .place):focus-visible {
    outline-offset: 4px;
  }
  .ask label,
  .filter {
    display: block;
    font-weight: 600;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.25em;
  }
  input[type='search'] {
    flex: 1 1 12em;
    width: 100%;
    min-width: 0;
    height: 2.75em;
    padding-inline: 0.75em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    font-weight: 400;
    appearance: none;
  }
  .places {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .place {
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .answers > * + *,
  .place > * + * {
    margin-block-start: 0.5em;
  }
  .place-title,
  .now {
    font-weight: 600;
  }
  .now.open {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }
  .now.open::before {
    content: '';
    flex: none;
    border: 0.3em solid;
    border-radius: 50%;
  }
  .tag {
    padding: 0 0.5em;
    border: 1px solid var(--_edge);
    border-radius: 1em;
    font-size: 0.875em;
    font-weight: 400;
  }
  address {
    font-style: normal;
  }
  .whole {
    white-space: nowrap;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1em;
    align-items: center;
  }
  .ways .button {
    hyphens: manual;
    text-decoration: none;
  }
  .self-help {
    display: grid;
    gap: 0.5em;
  }
  .label + .self-help {
    margin-block-start: 0.5em;
  }
  .self-help a {
    display: inline-block;
    min-height: 24px;
  }
  .self-help small {
    display: block;
    padding-inline-start: calc(20px + 0.5em);
  }
  .ways a:not(.button) {
    min-height: 24px;
    padding-block: 0.25em;
  }
  .lines .label {
    /* Muted once already. */
    color: inherit;
    font-size: inherit;
  }
  .lines li + li {
    margin-block-start: 0.25em;
  }
  .lines:empty {
    display: none;
  }
  summary {
    width: fit-content;
    min-height: max(1.75em, 24px);
    color: var(--_accent);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .nothing {
    padding: 0.75em 1em;
    background: var(--_soft);
    border-radius: var(--_radius);
  }
  .link {
    min-height: 24px;
    padding: 0.125em 0;
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
  .primary {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .primary:hover {
    background: var(--_accent);
    text-decoration: underline;
  }
  .back {
    margin-block-end: 1em;
  }
  @container (min-width: 50em) {
    .places {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @media print {
    .ask,
    .filter,
    .actions {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .primary {
      border: 2px solid;
    }
  }
`;
