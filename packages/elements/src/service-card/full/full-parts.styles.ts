import { css } from 'lit';

/** Styles of what stands around the registered text: choices, notes, origin; and of paper. */
export const fullPartsStyles = css`
  .said {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  /* Goes to the next line before it breaks: “e-pakalpojums” may be broken after its hyphen. */
  .whole {
    display: inline-block;
  }
  .full select {
    max-width: 100%;
    min-height: 2.75em;
    padding: 0.375em 0.625em;
    border: 2px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  .full option {
    background: Canvas;
    color: CanvasText;
  }
  .full .link {
    min-height: max(1.75em, 24px);
  }
  .full .link.more {
    display: block;
    font-weight: 400;
  }
  .full .name {
    font-weight: 600;
  }

  .label.others > * + *:not(:last-child)::after {
    content: ', ';
  }

  .language {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.5em;
    align-items: baseline;
    color: var(--_muted);
    font-size: 0.9375em;
  }
  .language .others {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
  }

  .full > section.institutions,
  .full > section.questions {
    padding: var(--_space) calc(var(--_space) * 1.25);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }
  .institutions .label {
    display: block;
    margin-block: 0.5em 0.25em;
  }
  .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .asked {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 3);
    margin-block-start: 0.75em;
  }
  .questions fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  .questions legend {
    margin-block-end: 0.25em;
    padding: 0;
    font-weight: 600;
  }
  .questions fieldset label {
    display: flex;
    gap: 0.625em;
    align-items: start;
    padding-block: 0.25em;
    cursor: pointer;
  }
  .questions input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0.125em 0 0;
    accent-color: var(--_accent);
  }
  .outcome {
    margin-block-start: 0.75em;
  }
  .condition {
    color: var(--_muted);
    font-size: 0.875em;
    font-style: italic;
    font-weight: 400;
  }

  .facts-grid small {
    display: block;
  }
  .next li + li {
    margin-block-start: 0.125em;
  }
  .full .primary {
    margin-block-end: 1em;
  }
  section.request .next {
    margin-block-start: 0.25em;
  }
  .primary + .condition {
    margin-block: -0.5em 1em;
  }
  .elsewhere + .link {
    margin-block-start: 0.25em;
  }
  section.request ul + .label,
  section.request .link + .label {
    margin-block-start: 1em;
  }
  .local {
    padding: var(--_space) calc(var(--_space) * 1.25);
    border: 2px dashed var(--_edge);
    border-radius: var(--_radius);
  }
  .local ::slotted(*) {
    margin-block: 0.5em 0;
  }

  .verdict {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.5em;
    align-items: center;
    margin-block-start: 0.5em;
  }
  .verdict p {
    display: flex;
    gap: 0.375em;
  }
  .verdict .icon {
    width: 1.125em;
    height: 1.125em;
    stroke-width: 2.5;
  }
  .verdict.signed {
    color: var(--pvp-text, inherit);
    font-weight: 600;
  }
  .verdict.altered {
    font-weight: 700;
  }
  .printed {
    display: none;
  }

  @container (max-width: 36em) {
    .costs thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .costs :is(tbody, tr, th, td) {
      display: block;
    }
    .costs tbody tr {
      padding-block: 0.5em;
    }
    .costs tr + tr {
      border-block-start: 1px solid var(--_line);
    }
    .costs tbody :is(th, td) {
      padding: 0.0625em 0;
      border: 0;
    }
    .costs tbody th {
      font-weight: 600;
    }
    .costs tbody td:empty {
      display: none;
    }
    .costs .none {
      display: none;
    }
    .costs .condition {
      display: inline;
    }
    .costs td::before {
      content: attr(data-label) ': ';
      color: var(--_muted);
      font-weight: 400;
    }
  }

  @media print {
    .institutions,
    .questions,
    .language .others,
    .full .link:not([data-service]),
    .now {
      display: none !important;
    }
    .printed {
      display: block;
    }
    .full .button {
      display: inline-block;
    }
    .full .primary {
      border: 1px solid;
      background: none;
      color: inherit;
    }
    summary {
      display: none;
    }
    .way,
    .steps > li,
    tr {
      break-inside: avoid;
    }
  }
`;
