import { css } from 'lit';

/** Styles of filters, chips and the bar above a list, on top of those of the catalogue. */
export const toolsStyles = css`
  /* What is below the first picture, or there when somebody points, types or prints. */
  .clear {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-content: center;
    width: 1.8333em;
    border: 0;
    background: none;
    font-size: 1.5em;
    line-height: 1;
    cursor: pointer;
  }
  /* A letter is laid out without the page around the field. */
  .field input {
    display: block;
    contain: strict;
  }
  .field input::-webkit-search-cancel-button {
    display: none;
  }
  .row .title {
    text-decoration-thickness: 1px;
  }
  .more {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.25em;
    align-items: center;
    margin-block-start: calc(var(--_space) * 1.25);
    color: var(--_muted);
  }
  .submit:hover {
    background: color-mix(in srgb, var(--_accent) 85%, currentColor);
  }
  .row:hover {
    background: var(--_soft);
    box-shadow:
      -0.75em 0 var(--_soft),
      0.75em 0 var(--_soft);
  }
  .grid .row:hover {
    box-shadow: none;
  }
  .filters-button {
    display: flex;
    width: 100%;
  }
  .no-filters {
    padding-block: 0.625em;
    color: var(--_muted);
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
    min-height: 24px;
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
    min-height: max(1.75em, 24px);
    padding: 0.125em 0;
    border: 0;
    background: none;
    color: var(--_accent);
    text-align: start;
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
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
    min-height: max(2em, 24px);
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
  .bar-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 1.25em;
    align-items: center;
    min-width: 0;
  }
  .sort {
    display: flex;
    gap: 0.5em;
    align-items: center;
    min-width: 0;
    color: var(--_muted);
  }
  .sort span {
    flex: none;
  }
  /* What is kept free for the order stands below the number, and whatever the number is, the order is there. */
  @container (max-width: 30em) {
    .bar {
      align-content: start;
    }
    .bar-tools {
      flex-basis: 100%;
    }
  }
  .sort select {
    min-width: 0;
    min-height: 2.5em;
    max-width: 100%;
    padding: 0.25em 0.5em;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--pvp-text, inherit);
    font: inherit;
  }
  .sort option {
    background: Canvas;
    color: CanvasText;
  }
  .layouts {
    display: flex;
  }
  .layouts button {
    min-height: 2.5em;
    padding: 0.25em 0.75em;
    border: 1px solid var(--_edge);
    background: var(--_surface);
    cursor: pointer;
  }
  .layouts button:first-child {
    border-start-start-radius: var(--_radius);
    border-end-start-radius: var(--_radius);
  }
  .layouts button:last-child {
    margin-inline-start: -1px;
    border-start-end-radius: var(--_radius);
    border-end-end-radius: var(--_radius);
  }
  .layouts [aria-pressed='true'] {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_on-accent);
  }
  .foreign {
    flex-basis: 100%;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  @container (max-width: 44em) {
    .layouts {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .layouts [aria-pressed='true'] {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  @container (min-width: 52em) {
    .filters-button {
      display: none;
    }
    .facets {
      display: block;
      margin: 0;
    }
  }
  @media print {
    .side,
    .bar-tools,
    .chip .icon,
    .quiet,
    .search,
    .back,
    .more .button {
      display: none;
    }
    /* The room of the filters goes with them. */
    .columns.faceted {
      display: block;
    }
  }
`;
