import { css } from 'lit';

/** Styles of the full description, on top of the foundation. */
export const fullStyles = css`
  .full {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
    margin-block-start: var(--_space);
  }
  .full > section {
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  .full :is(h3, h4, h5, h6) {
    font-weight: 700;
    line-height: 1.3;
    text-wrap: balance;
  }
  .full > section > :is(h3, h4, h5, h6) {
    margin-block-end: 0.75em;
    font-size: 1.1875em;
  }
  .notes {
    max-width: 70ch;
  }
  .notes > * + * {
    margin-block-start: 0.5em;
  }
  .full > .notice {
    margin: 0;
  }
  .full .lead {
    max-width: 65ch;
    font-size: 1.125em;
    line-height: 1.5;
  }
  .full small {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .full .label {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .full .plain > li + li {
    margin-block-start: 0.25em;
  }
  .full a:not(.button) {
    padding-block: 0.125em;
  }
  .full p > a:only-child:not(.button) {
    display: inline-block;
    min-height: 24px;
  }

  .bullets {
    padding-inline-start: 1.375em;
    list-style: disc;
  }
  .bullets li + li {
    margin-block-start: 0.375em;
  }
  /* The bullet stands by the first line of a button too. */
  .bullets .link {
    vertical-align: top;
  }
  .bullets li::marker {
    color: var(--_muted);
  }
  .bullets li:only-child {
    margin-inline-start: -1.375em;
    list-style: none;
  }
  :is(.bullets, .plain) small:not(.size) {
    display: block;
  }
  .costs thead .amount {
    font-weight: 400;
  }
  /* The line of the next block stands right below. */
  .costs tr:last-child > * {
    border-block-end: 0;
  }

  section.request {
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_accent);
    border-radius: var(--_radius);
    background: var(--_soft);
  }
  .full .primary {
    padding: 0.625em 1.25em;
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .full .primary:hover {
    background: var(--_accent);
    text-decoration: underline;
    text-decoration-thickness: 2px;
  }
  .next {
    margin-block-start: 0.75em;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .next + .label {
    margin-block: 1em 0.25em;
  }

  .facts-grid {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space) calc(var(--_space) * 2);
    margin: 0;
  }
  .facts-grid dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .facts-grid dd {
    margin: 0;
    font-weight: 600;
  }
  .facts-grid :is(details, small) {
    font-weight: 400;
  }
  .facts-grid .rich {
    margin-block-start: 0.5em;
  }
  summary {
    width: fit-content;
    min-height: max(1.75em, 24px);
    color: var(--_accent);
    cursor: pointer;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }

  .steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps > li {
    position: relative;
    min-height: 2.25em;
    padding-block-end: calc(var(--_space) * 1.5);
    padding-inline-start: 3.25em;
  }
  .steps > li:last-child {
    padding-block-end: 0;
  }
  .steps > li::before {
    content: attr(data-at);
    position: absolute;
    inset-block-start: -0.125em;
    inset-inline-start: 0;
    width: 2em;
    height: 2em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
    color: var(--_accent);
    font-weight: 700;
    line-height: calc(2em - 4px);
    text-align: center;
  }
  .steps > li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 2.25em 0.5em;
    inset-inline-start: calc(1em - 1px);
    border-inline-start: 2px solid var(--_line);
  }
  .steps .rich,
  .steps .detail {
    margin-block-start: 0.5em;
  }

  .ways {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(20em, 100%), 1fr));
    gap: calc(var(--_space) * 1.75) calc(var(--_space) * 2);
  }
  .way > :is(h3, h4, h5, h6) {
    margin-block-end: 0.25em;
  }
  .way .lines {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .way > * + *,
  .contact > .hours {
    margin-block-start: 0.5em;
  }
  .contact .name {
    font-weight: 600;
  }
  address {
    font-style: normal;
  }
  .hours {
    font-size: 0.9375em;
  }

  .warning,
  .reminder {
    padding-inline-start: 1em;
  }
  .full > section.warning,
  .full > section.reminder {
    padding: var(--_space);
    border: 0;
    border-inline-start: 4px solid var(--_notice-edge);
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .full > section.reminder {
    border-color: var(--_accent);
    background: var(--_soft);
    color: inherit;
  }
  .topics {
    margin: 0;
  }
  .topics div + div {
    margin-block-start: 0.5em;
  }
  .topics dt {
    color: var(--_muted);
    font-size: 0.875em;
  }
  .topics dd {
    margin: 0;
  }
  .full .link {
    padding: 0.125em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .full .link:hover {
    text-decoration-thickness: 2px;
  }
  .validity {
    display: block;
    font-size: 0.875em;
  }

  .provenance {
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
    color: var(--_muted);
    font-size: 0.875em;
  }
  .provenance .note {
    margin-block-end: 0.5em;
  }
  .provenance dl {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    margin: 0.25em 0 0;
  }
  .provenance :is(dt, dd) {
    display: inline;
    margin: 0;
  }
  .provenance dt::after {
    content: ': ';
  }

  @container (min-width: 40em) {
    .facts-grid {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }
  @container (min-width: 60em) {
    .facts-grid {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }
  @media (forced-colors: active) {
    .full .primary {
      border: 2px solid;
    }
  }
  @media print {
    .full {
      display: block;
    }
    .full > * + * {
      margin-block-start: 1.25em;
    }
    .full a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
    }
    details::details-content {
      content-visibility: visible;
    }
  }
`;
