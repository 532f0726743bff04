import { css } from 'lit';

export const styles = css`
  .reserved {
    min-height: calc(var(--_rows, 0) * 9.5em + 8em);
  }
  /* As high as the search that takes its place. */
  .reserved slot {
    display: block;
    min-height: 4.5em;
  }
  .search {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 0.5em;
  }
  .search label {
    flex: 0 0 100%;
    font-weight: 600;
  }
  .field {
    position: relative;
    flex: 1 1 12em;
    max-width: 40em;
  }
  .field input {
    width: 100%;
    height: 2.75em;
    padding-inline: 0.75em 2.75em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    appearance: none;
  }
  .submit {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .entry {
    min-height: 1.75em;
    margin-block-start: 0.5em;
  }
  .columns {
    padding-block-start: calc(var(--_space) * 1.5);
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    align-items: center;
    justify-content: space-between;
    min-height: 2.75em;
  }
  .status {
    font-weight: 700;
  }
  .side {
    min-height: 2.75em;
  }
  .results {
    min-width: 0;
    margin-block-start: var(--_space);
  }
  .rows {
    margin-block-start: 0.75em;
    border-block-start: 1px solid var(--_line);
  }
  .row {
    position: relative;
    padding-block: calc(var(--_space) * 1.25);
    border-block-end: 1px solid var(--_line);
  }
  a.title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .row .summary {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: var(--_space);
    border: 0;
  }
  .grid .row {
    padding: var(--_space) calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .grid .row .summary {
    -webkit-line-clamp: 4;
  }
  @container (min-width: 52em) {
    .columns.faceted {
      display: grid;
      grid-template-columns: 15em minmax(0, 1fr);
      gap: calc(var(--_space) * 2.5);
    }
    .results {
      margin: 0;
    }
  }
  @container (max-width: 30em) {
    .bar {
      min-height: 4.375em;
    }
    .submit .label {
      display: none;
    }
    .row .summary {
      -webkit-line-clamp: 4;
    }
    .reserved {
      min-height: calc(var(--_rows, 0) * 13em + 10em);
    }
  }
`;
