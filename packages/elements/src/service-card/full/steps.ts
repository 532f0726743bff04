/** What happens step by step, and the documents that it takes. */
import type { Channel, Cost, Document, Step } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { fileTypeName, fileTypeOf, formatFileSize } from '../../format/file-size.ts';
import { heading } from '../../templates/heading.ts';
import { priceOf } from './costs.ts';
import {
  block,
  condition,
  conditionText,
  isEmpty,
  listOf,
  lowerFirst,
  plain,
  rich,
  words,
  type Drawing,
} from './drawing.ts';
import { renderTerm } from './facts.ts';
import { channelName } from './request.ts';

export function renderSteps(drawing: Drawing): unknown {
  const steps = drawing.service.steps ?? [];
  if (!steps.length) return nothing;
  return block(
    drawing,
    'steps',
    drawing.text.heading.steps,
    html`<ol class="steps" role="list">
      ${steps.map((step, index) => renderStep(drawing, step, index + 1))}
    </ol>`,
  );
}

function renderStep(drawing: Drawing, step: Step, number: number): TemplateResult {
  const { text, service } = drawing;
  const title = words(drawing, step.title) || text.step(number);
  const documents = (service.documents ?? []).filter(({ id }) => step.documents?.includes(id));
  const channels = (service.channels ?? []).filter(({ id }) => step.channels?.includes(id));
  const costs = (service.costs ?? []).filter((cost) => cost.step === step.id);
  const terms = (service.terms ?? []).filter((term) => term.step === step.id);
  // The number is no CSS counter: with one, Chromium keeps the shadow root of an element that is gone.
  return html`<li part="step" data-at=${number}>
    ${heading(Math.min(6, drawing.headingLevel + 2), html`<span .textContent=${title}></span>`)}
    ${condition(drawing, step.appliesTo)} ${rich(drawing, step.description)}
    ${detail(
      text.stepChannels,
      channels.length ? [html`<li .textContent=${namesOf(drawing, channels)}></li>`] : [],
    )}
    ${detail(
      text.stepDocuments,
      documents.map((document) => html`<li>${renderDocumentName(drawing, document)}</li>`),
    )}
    ${detail(
      text.cost,
      costs.map((cost) => html`<li>${renderCostLine(drawing, cost)}</li>`),
    )}
    ${detail(
      text.term,
      terms.map((term) => html`<li>${renderTerm(drawing, term)}</li>`),
    )}
  </li>`;
}

/** In one line: a step may have a dozen ways. */
function namesOf(drawing: Drawing, channels: readonly Channel[]): string {
  return channels
    .map((channel) => channelName(drawing, channel))
    .map((name, index) => (index ? lowerFirst(name) : name))
    .join(', ');
}

function detail(label: string, rows: TemplateResult[]): unknown {
  if (!rows.length) return nothing;
  return html`<div class="detail">
    <p class="label" .textContent=${label}></p>
    <ul class="plain" role="list">
      ${rows}
    </ul>
  </div>`;
}

/** `Klātienē: 4,27 EUR (valsts nodeva)` */
function renderCostLine(drawing: Drawing, cost: Cost): TemplateResult {
  const channel = drawing.service.channels?.find(({ id }) => id === cost.channel);
  const price = priceOf(drawing, cost);
  const note = words(drawing, cost.description);
  const amount = price && note ? `${price} (${lowerFirst(note)})` : price || note;
  const line = [channel && channelName(drawing, channel), amount].filter(Boolean).join(': ');
  const forWhom = conditionText(drawing, cost.appliesTo);
  return html`<span .textContent=${line}></span>
    ${forWhom ? html`<small .textContent=${forWhom}></small>` : nothing}`;
}

/** The title, a link where there is a file, and then its type and size. */
function renderDocumentName(drawing: Drawing, document: Document): TemplateResult {
  const { url, mediaType, bytes, lang } = document;
  const about = url
    ? [
        fileTypeName(mediaType) || fileTypeOf(url),
        bytes === undefined ? '' : formatFileSize(drawing.lang, bytes),
        lang && lang !== drawing.lang ? (drawing.text.languages[lang] ?? lang) : '',
      ]
        .filter(Boolean)
        .join(', ')
    : '';
  const title = plain(drawing, document.title);
  return html`${url ? html`<a href=${url} hreflang=${lang ?? nothing}>${title}</a>` : title}
  ${about ? html`<small class="size" .textContent=${`(${about})`}></small>` : nothing}`;
}

export function renderDocuments(drawing: Drawing): unknown {
  const documents = drawing.service.documents ?? [];
  const { heading: headings } = drawing.text;
  const list = (rows: Document[]): unknown =>
    listOf(
      rows.map(
        (document) =>
          html`<div part="document">
            ${renderDocumentName(drawing, document)} ${condition(drawing, document.appliesTo)}
            ${rich(drawing, document.description)}
          </div>`,
      ),
      'bullets',
    );
  const evidence = documents.filter(({ kind }) => kind === 'evidence');
  const forms = documents.filter(({ kind }) => kind !== 'evidence');
  return [
    block(drawing, 'documents', headings.evidence, list(evidence)),
    block(drawing, 'forms', headings.forms, list(forms)),
  ];
}

export function renderResult(drawing: Drawing): unknown {
  const outputs = drawing.service.outputs ?? [];
  const rows = outputs.map((output) => {
    const [title, description] = [plain(drawing, output.title), rich(drawing, output.description)];
    return isEmpty([title, description]) ? nothing : html`${title} ${description}`;
  });
  return block(
    drawing,
    'result',
    drawing.text.heading.result,
    listOf(
      rows.filter((row) => row !== nothing),
      'bullets',
    ),
  );
}
