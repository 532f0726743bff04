import { css } from 'lit';

export const hoursStyles = css`
  .now {
    font-weight: 600;
  }
  .now.open::before {
    content: '';
    display: inline-block;
    margin-inline-end: 0.5em;
    /* Forced colours leave borders alone, and no background. */
    border: 0.3em solid;
    border-radius: 50%;
  }
  .week {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 0 1em;
    margin: 0.25em 0;
    font-variant-numeric: tabular-nums;
  }
  .week div {
    display: contents;
  }
  .week dd {
    margin: 0;
  }
  .week .today {
    font-weight: 700;
  }
`;
