/** The facts that people look for first, and the table of payments. */
import type { Cost, IdentificationLevel, Term, TextSection } from '@pvp/contract';
import { cardCost, cardTerm } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import { renderTable } from '../../rich-text/rich-text.ts';
import { block, lowerFirst, plain, rich, words, type Drawing } from './drawing.ts';
import { channelName } from './request.ts';

export function renderFacts(drawing: Drawing): unknown {
  const { text, service } = drawing;
  const rows = [
    fact(text.cost, costLine(drawing)),
    fact(text.term, termLines(drawing)),
    fact(text.recipients, recipientLine(drawing), rich(drawing, service.recipientNote), text.more),
    fact(text.identification, identificationLine(drawing)),
    ...(service.sections ?? [])
      .filter(({ role }) => role === 'restriction')
      .map((section) => restriction(drawing, section)),
  ].filter((row) => row !== nothing);
  return rows.length ? html`<dl class="facts-grid" part="facts">${rows}</dl>` : nothing;
}

function fact(label: string, value: unknown, more?: unknown, moreLabel?: string): unknown {
  if (value === nothing && (more === undefined || more === nothing)) return nothing;
  return html`<div>
    <dt .textContent=${label}></dt>
    <dd>
      ${value}
      ${
        more && more !== nothing
          ? html`<details>
              <summary .textContent=${moreLabel ?? ''}></summary>
              ${more}
            </details>`
          : nothing
      }
    </dd>
  </div>`;
}

function line(text: string): unknown {
  return text ? html`<span .textContent=${text}></span>` : nothing;
}

/** The price in a line; a single row that tells it in words alone is told in its words. */
function costLine(drawing: Drawing): unknown {
  const rows = payments(drawing);
  const cost = cardCost(rows);
  if (!cost) return nothing;
  return rows.length === 1 && rows[0]!.value === undefined
    ? plain(drawing, rows[0]!.description)
    : line(drawing.messages.cost(cost));
}

/** Payment rows that tell something. */
function payments(drawing: Drawing): Cost[] {
  return (drawing.service.costs ?? []).filter(
    (row) => row.value !== undefined || words(drawing, row.description),
  );
}

function recipientLine({ service, messages }: Drawing): unknown {
  const names = (service.recipients ?? []).map((name) => messages.recipients[name] ?? name);
  return line(names.map((name, index) => (index ? lowerFirst(name) : name)).join(', '));
}

const LEVELS: readonly IdentificationLevel[] = ['none', 'low', 'substantial', 'high'];

/** The lowest level with which the service can be had on the web. */
function identificationLine({ service, text }: Drawing): unknown {
  const levels = (service.channels ?? [])
    .filter(({ requestable }) => requestable)
    .flatMap(({ identification }) => identification ?? []);
  const lowest = LEVELS.find((level) => levels.includes(level));
  return lowest ? line(text.level[lowest]) : nothing;
}

function restriction(drawing: Drawing, section: TextSection): unknown {
  const { text } = drawing;
  const title = words(drawing, section.title) || text.section.restriction;
  return fact(title, nothing, rich(drawing, section.content), text.more);
}

/** All terms, a line each; those of steps stand with their step. */
function termLines(drawing: Drawing): unknown {
  const terms = (drawing.service.terms ?? []).filter(({ step }) => !step);
  const rows = terms.flatMap((term) => {
    const row = renderTerm(drawing, term);
    return row === nothing ? [] : [row];
  });
  if (rows.length < 2) return rows[0] ?? nothing;
  return html`<ul class="plain" role="list">
    ${rows.map((row) => html`<li>${row}</li>`)}
  </ul>`;
}

/** A term in its own unit, the way of receiving where it has one, and its free text. */
export function renderTerm(drawing: Drawing, term: Term): unknown {
  const counted = cardTerm([{ ...term, description: undefined }], drawing.contentLang);
  const amount = counted ? drawing.messages.term(counted) : '';
  const channel = drawing.service.channels?.find(({ id }) => id === term.channel);
  const note = plain(drawing, term.description);
  if (!amount) return note;
  const where = channel ? ` (${lowerFirst(channelName(drawing, channel))})` : '';
  return html`<span .textContent=${amount + where}></span>${
      note === nothing ? nothing : html`<br /><small>${note}</small>`
    }`;
}

export function renderTerms(drawing: Drawing): unknown {
  return block(drawing, 'term', drawing.text.term, termLines(drawing));
}

/** One payment in words: `Bez maksas`, `4,27 EUR`, `No 3 EUR līdz 5 EUR`; empty for text alone. */
export function priceOf(drawing: Drawing, { value, max, currency }: Cost): string {
  if (value === undefined) return '';
  const free = (max ?? value) === 0;
  return drawing.messages.cost({
    kind: free ? 'free' : 'fixed',
    min: value,
    max: max ?? value,
    currency,
  });
}

/**
 * Payments by way of receiving and step. A single price that holds for every way stands among the
 * facts already.
 */
export function renderCosts(drawing: Drawing): unknown {
  const { text, sections } = drawing;
  const rows = payments(drawing);
  const told = rows.length === 1 && !rows[0]!.channel && (sections?.has('facts') ?? true);
  if (!rows.length || told) return nothing;
  const columns: Columns = {
    step: rows.some(({ step }) => step),
    price: rows.some(({ value }) => value !== undefined),
    note: rows.some((row) => words(drawing, row.description)),
  };
  const head = (shown: boolean, label: string, name?: string): unknown =>
    shown ? html`<th scope="col" class=${name ?? nothing} .textContent=${label}></th>` : nothing;
  return block(
    drawing,
    'cost',
    text.heading.costs,
    renderTable(
      html`<thead>
          <tr>
            ${head(true, text.way)} ${head(columns.step, text.inStep)}
            ${head(columns.price, text.price, 'amount')} ${head(columns.note, text.note)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => renderCostRow(drawing, row, columns))}
        </tbody>`,
      text.heading.costs,
    ),
  );
}

/** Columns that some row has something for. */
interface Columns {
  step: boolean;
  price: boolean;
  note: boolean;
}

function renderCostRow(drawing: Drawing, row: Cost, columns: Columns): TemplateResult {
  const { service, text } = drawing;
  const channel = service.channels?.find(({ id }) => id === row.channel);
  const step = service.steps?.find(({ id }) => id === row.step);
  const way = channel ? channelName(drawing, channel) : text.anyWay;
  return html`<tr>
    <th scope="row" .textContent=${way}></th>
    ${columns.step ? html`<td>${step ? plain(drawing, step.title) : nothing}</td>` : nothing}
    ${
      columns.price ? html`<td class="amount" .textContent=${priceOf(drawing, row)}></td>` : nothing
    }
    ${columns.note ? html`<td>${plain(drawing, row.description)}</td>` : nothing}
  </tr>`;
}
