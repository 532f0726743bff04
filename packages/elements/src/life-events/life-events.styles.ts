import { css } from 'lit';

export const styles = css`
  .reserved {
    min-height: calc(var(--_rows, 0) * 10em);
  }
  .status {
    font-weight: 700;
  }
  .situations {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(18em, 100%), 1fr));
    gap: var(--_space);
    margin-block-start: 0.75em;
  }
  .situation {
    position: relative;
    padding: var(--_space) calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .situation:hover {
    background: var(--_soft);
  }
  .situation .title {
    text-decoration-thickness: 1px;
  }
  a.title::after {
    content: '';
    position: absolute;
    inset: 0;
  }
  .situation .byline {
    margin-block-start: 0.5em;
    font-size: 0.9375em;
  }
`;
