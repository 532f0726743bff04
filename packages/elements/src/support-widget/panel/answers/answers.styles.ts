import { css } from 'lit';

export const answersStyles = css`
  .answers ul[role='list'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .answer {
    padding: 0.875em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .answer > * + *,
  .answer details > * + *,
  .answers > details > ul {
    margin-block-start: 0.5em;
  }
  .sentence {
    font-size: 1.0625em;
  }
  .source {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    align-items: baseline;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .source > * {
    padding-block: 0.125em;
  }
`;
