import { css } from 'lit';

/** Styles of the state of a request, on top of those of the form. */
export const styles = css`
  section {
    margin-block-start: calc(var(--_space) * 1.75);
  }
  .page-title .number {
    white-space: nowrap;
  }
  .part-title {
    font-size: 1.125em;
    font-weight: 700;
  }
  .state {
    margin-block-start: var(--_space);
    padding: var(--_space) calc(var(--_space) * 1.25);
    border-inline-start: 4px solid var(--_accent);
    background: var(--_soft);
  }
  .state.pending {
    border-color: var(--_notice-edge);
    background: var(--_notice);
    color: var(--_on-notice);
  }
  .state-name {
    font-size: 1.25em;
    font-weight: 700;
  }
  .written {
    max-width: 65ch;
    margin-block-start: 0.375em;
  }
  .answer-text .written {
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
  }
  .history {
    margin: 0.75em 0 0;
    padding: 0;
    list-style: none;
  }
  .history li {
    position: relative;
    padding-block-end: var(--_space);
    padding-inline-start: 1.75em;
  }
  .history li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.375em;
    inset-inline-start: 0;
    width: 0.75em;
    height: 0.75em;
    border: 2px solid var(--_accent);
    border-radius: 50%;
  }
  .history li:first-child::before {
    background: var(--_accent);
  }
  .history li:not(:last-child)::after {
    content: '';
    position: absolute;
    inset-block: 1.375em -0.25em;
    inset-inline-start: calc(0.375em - 1px);
    border-inline-start: 2px solid var(--_line);
  }
  .history small {
    display: block;
  }
  @media (forced-colors: active) {
    .state {
      border: 2px solid;
    }
  }
`;
