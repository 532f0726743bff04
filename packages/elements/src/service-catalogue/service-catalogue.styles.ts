import { css } from 'lit';

export const styles = css`
  .reserved {
    min-height: calc(var(--_rows, 0) * 9.5em + 8em);
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
  .field input::-webkit-search-cancel-button {
    display: none;
  }
  .clear {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-content: center;
    width: 2.75em;
    border: 0;
    background: none;
    cursor: pointer;
  }
  .submit {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .submit:hover {
    background: color-mix(in srgb, var(--_accent) 85%, currentColor);
  }
  .columns {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .filters-button {
    display: flex;
    width: 100%;
  }
  .facets {
    display: none;
    margin-block-start: var(--_space);
  }
  .facets.open {
    display: block;
  }
  .facet {
    min-width: 0;
    margin: 0 0 calc(var(--_space) * 1.25);
    padding: 0;
    border: 0;
  }
  legend {
    margin-block-end: 0.25em;
    padding: 0;
    font-weight: 700;
  }
  .option {
    display: flex;
    gap: 0.625em;
    align-items: start;
    padding-block: 0.3125em;
    line-height: 1.4;
    cursor: pointer;
  }
  .option input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0.075em 0 0;
    accent-color: var(--_accent);
  }
  .count {
    flex: none;
    margin-inline-start: auto;
    color: var(--_muted);
    font-variant-numeric: tabular-nums;
  }
  .quiet {
    min-height: 1.75em;
    padding: 0.125em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
  }
  .status {
    font-weight: 700;
  }
  .status:empty {
    display: none;
  }
  .results {
    min-width: 0;
    margin-block-start: var(--_space);
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    align-items: center;
    margin-block-start: 0.5em;
  }
  .chip {
    display: inline-flex;
    gap: 0.375em;
    align-items: center;
    min-height: 2em;
    padding: 0.125em 0.625em;
    border: 1px solid var(--_edge);
    border-radius: 1.25em;
    background: var(--_soft);
    line-height: 1.3;
    text-align: start;
    cursor: pointer;
  }
  .chip .icon {
    width: 1em;
    height: 1em;
    margin: 0;
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
  .row .title {
    text-decoration-thickness: 1px;
  }
  a.title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .row:hover {
    background: var(--_soft);
    box-shadow:
      -0.75em 0 var(--_soft),
      0.75em 0 var(--_soft);
  }
  .row .summary {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .empty {
    margin-block-start: 0.75em;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .back {
    margin-block-end: var(--_space);
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.25em;
    align-items: center;
    margin-block-start: calc(var(--_space) * 1.25);
    color: var(--_muted);
  }
  @container (min-width: 52em) {
    .columns.faceted {
      display: grid;
      grid-template-columns: 15em minmax(0, 1fr);
      gap: calc(var(--_space) * 2.5);
    }
    .filters-button {
      display: none;
    }
    .facets {
      display: block;
      margin: 0;
    }
    .results {
      margin: 0;
    }
  }
  @container (max-width: 30em) {
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
