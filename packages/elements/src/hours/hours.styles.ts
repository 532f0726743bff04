import { css } from 'lit';

export const hoursStyles = css`
  .now {
    font-weight: 600;
  }
  .now.open::before {
    content: '';
    display: inline-block;
    width: 0.625em;
    height: 0.625em;
    margin-inline-end: 0.5em;
    border-radius: 50%;
    background: currentColor;
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
