import { css } from 'lit';

export const hoursStyles = css`
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
