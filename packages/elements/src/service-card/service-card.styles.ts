import { css } from 'lit';

export const styles = css`
  .card {
    padding: calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .notice[role] {
    margin-block: 0 0.75em;
  }
  .notice + .summary {
    margin-block-start: 0.75em;
  }
  .whole {
    padding: 0;
    border: 0;
  }
  .whole .title {
    font-size: 1.75em;
    line-height: 1.2;
  }
  @container (max-width: 30em) {
    .whole .title {
      font-size: 1.5em;
    }
  }
  .status {
    color: var(--_muted);
  }
  .failure .notice {
    margin-block-start: 0;
  }
`;
