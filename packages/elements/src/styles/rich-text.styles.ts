import { css } from 'lit';

/** Styles of registered text and of tables, wherever they stand. */
export const richTextStyles = css`
  .rich {
    max-width: 70ch;
  }
  .rich > * + * {
    margin-block-start: 0.75em;
  }
  .rich :is(h3, h4, h5, h6) {
    margin-block-start: 1.25em;
  }
  .rich :is(ul, ol) {
    padding-inline-start: 1.375em;
    list-style: disc;
  }
  .rich ol {
    margin: 0;
    list-style: decimal;
  }
  .rich :is(ul ul, ol ul, ol ol, ul ol) {
    margin-block-start: 0.25em;
  }
  .rich li + li {
    margin-block-start: 0.375em;
  }
  .rich blockquote {
    margin: 0.75em 0 0;
    padding-inline-start: 1em;
    border-inline-start: 3px solid var(--_line);
  }
  .table {
    overflow-x: auto;
    margin-block-start: 0.75em;
  }
  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.9375em;
  }
  th,
  td {
    padding: 0.5em 1em 0.5em 0;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
    text-align: start;
    vertical-align: top;
    hyphens: manual;
    overflow-wrap: break-word;
  }
  thead th {
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .amount {
    font-variant-numeric: tabular-nums;
    font-weight: 600;
    white-space: nowrap;
  }
`;
