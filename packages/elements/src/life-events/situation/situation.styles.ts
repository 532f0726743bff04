import { css } from 'lit';

/** Styles of a life event that is open. */
export const situationStyles = css`
  .back {
    margin-block-end: var(--_space);
  }
  .open .title {
    text-decoration-thickness: 1px;
  }
  .open > :is(h2, h3, h4) .title {
    font-size: 1.75em;
    line-height: 1.2;
  }
  .open .lead {
    max-width: 65ch;
    margin-block: 0.5em 1em;
    font-size: 1.125em;
  }
  .rich :is(h3, h4, h5, h6) {
    font-weight: 700;
    line-height: 1.3;
  }
  .needs {
    margin-block-start: calc(var(--_space) * 2);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_line);
  }
  .needs > :is(h3, h4, h5) {
    margin-block-end: var(--_space);
    font-size: 1.375em;
    font-weight: 700;
    line-height: 1.3;
  }
  .needs .failure {
    margin-block-end: calc(var(--_space) * 1.5);
  }
  .needs ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .need {
    position: relative;
    padding-block-end: calc(var(--_space) * 2);
    padding-inline-start: 3.25em;
  }
  .need::before {
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
  .need > :is(h4, h5, h6) {
    font-size: 1.1875em;
    font-weight: 700;
    line-height: 1.3;
  }
  .need > .byline {
    margin-block-start: 0.25em;
  }
  .rows {
    margin-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .row {
    position: relative;
    padding-block: var(--_space);
    border-block-end: 1px solid var(--_line);
  }
  .row .title {
    font-size: 1.0625em;
  }
  .row:hover {
    background: var(--_soft);
  }
  .quiet {
    min-height: 1.75em;
    margin-block-start: 0.5em;
    padding: 0.125em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .open footer {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    font-size: 0.875em;
  }
  @container (max-width: 30em) {
    .need {
      padding-inline-start: 0;
    }
    .need::before {
      position: static;
      display: block;
      margin-block-end: 0.375em;
    }
    .open > :is(h2, h3, h4) .title {
      font-size: 1.5em;
    }
  }
  @media print {
    .back,
    .quiet {
      display: none;
    }
    .rich a[href^='http']::after {
      content: ' (' attr(href) ')';
      font-size: 0.875em;
    }
  }
`;
