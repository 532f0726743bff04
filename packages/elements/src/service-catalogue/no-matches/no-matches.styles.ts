import { css } from 'lit';

export const noMatchesStyles = css`
  .empty {
    margin-block-start: 0.75em;
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  /* There is nothing to narrow. */
  :host(:state(empty)) .side {
    min-height: 0;
  }
  .named,
  .ask {
    margin-block-start: calc(var(--_space) * 1.25);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_line);
  }
  .empty .name {
    margin-block-end: 0.25em;
    font-weight: 600;
  }
  .empty li {
    padding-block: 0.1875em;
  }
  .empty [href^='tel'] {
    white-space: nowrap;
  }
  .empty small {
    display: block;
    color: var(--_muted);
    font-size: 0.875em;
  }
`;
