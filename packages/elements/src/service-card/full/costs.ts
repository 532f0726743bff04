/** Payments: the price in a line, and the table by way of receiving. */
import type { Cost } from '@pvp/contract';
import { cardCost } from '@pvp/sdk/model';
import { html, nothing, type TemplateResult } from 'lit';
import { block, condition, conditionText, plain, words, type Drawing } from './drawing.ts';
import { channelName } from './request.ts';

/** Payment rows that tell something. */
export function payments(drawing: Drawing): Cost[] {
  return (drawing.service.costs ?? []).filter(
    (row) => row.value !== undefined || words(drawing, row.description),
  );
}

/**
 * The price in a line. Free is said only where no row charges anything; a single row that tells it
 * in words alone is told in its words.
 */
export function renderCostLine(drawing: Drawing): unknown {
  const { text, messages } = drawing;
  const rows = payments(drawing);
  const cost = cardCost(rows);
  if (!cost) return nothing;
  if (rows.length === 1 && rows[0]!.value === undefined)
    return plain(drawing, rows[0]!.description);
  // A span of one row, which depends on nothing that is registered, is told as it is.
  if (cost.kind === 'free' || cost.kind === 'fixed' || rows.length === 1)
    return html`<span .textContent=${messages.cost(cost)}></span>`;
  const range = cost.min === undefined ? '' : messages.cost({ ...cost, kind: 'fixed' });
  const why = cost.kind === 'varies' ? text.costVaries : text.costDiffers;
  return html`<span .textContent=${why}></span>
    ${range ? html`<small .textContent=${range}></small>` : nothing}`;
}

/** One payment in words: `Bez maksas`, `4,27 EUR`, `3–5 EUR`; empty for text alone. */
export function priceOf(drawing: Drawing, { value, max, currency }: Cost): string {
  if (value === undefined) return '';
  const isFree = (max ?? value) === 0;
  return drawing.messages.cost({
    kind: isFree ? 'free' : 'fixed',
    min: value,
    max: max ?? value,
    currency,
  });
}

/** Whether the price needs a table: a single one that holds for every way is told in the facts. */
export function hasCostTable(drawing: Drawing): boolean {
  const rows = payments(drawing);
  const isTold = rows.length === 1 && !rows[0]!.channel && (drawing.sections?.has('facts') ?? true);
  return rows.length > 0 && !isTold && (drawing.sections?.has('cost') ?? true);
}

/** Payments by way of receiving and step. On narrow screens each row is a block of its own. */
export function renderCosts(drawing: Drawing): unknown {
  if (!hasCostTable(drawing)) return nothing;
  const { text } = drawing;
  const rows = payments(drawing);
  const columns = {
    way: rows.some(({ channel }) => channel),
    step: rows.some(({ step }) => step),
    price: rows.some(({ value }) => value !== undefined),
    note: rows.some((row) => words(drawing, row.description) || row.appliesTo),
  };
  const head = (isShown: boolean, label: string, name?: string): unknown =>
    isShown
      ? html`<th
          role="columnheader"
          scope="col"
          class=${name ?? nothing}
          .textContent=${label}
        ></th>`
      : nothing;
  // Roles are said again, because a table that is laid out as blocks loses them.
  return block(
    drawing,
    'cost',
    text.heading.costs,
    html`<table class="costs" role="table" aria-label=${text.heading.costs}>
      <thead role="rowgroup">
        <tr role="row">
          ${head(columns.way, text.way)} ${head(columns.step, text.inStep)}
          ${head(columns.price, text.price, 'amount')} ${head(columns.note, text.note)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => renderCostRow(drawing, row, columns))}
      </tbody>
    </table>`,
  );
}

/** Columns that some row has something for. */
interface Columns {
  way: boolean;
  step: boolean;
  price: boolean;
  note: boolean;
}

function renderCostRow(drawing: Drawing, row: Cost, columns: Columns): TemplateResult {
  const { service, text } = drawing;
  const channel = service.channels?.find(({ id }) => id === row.channel);
  const step = service.steps?.find(({ id }) => id === row.step);
  const way = channel ? channelName(drawing, channel) : text.anyWay;
  const stepTitle = step ? words(drawing, step.title) : '';
  const price = priceOf(drawing, row);
  const isNoted = words(drawing, row.description) || conditionText(drawing, row.appliesTo);
  /** A cell that is there for the sake of its column; a block without a word is left out. */
  const none = (text: unknown) => (text ? '' : 'none');
  return html`<tr role="row">
    ${columns.way ? html`<th role="rowheader" scope="row" .textContent=${way}></th>` : nothing}
    ${
      columns.step
        ? html`<td role="cell" class=${none(stepTitle)} data-label=${text.inStep}>
            ${step ? plain(drawing, step.title) : nothing}
          </td>`
        : nothing
    }
    ${
      columns.price
        ? html`<td
            role="cell"
            class="amount ${none(price)}"
            data-label=${text.price}
            .textContent=${price}
          ></td>`
        : nothing
    }
    ${
      columns.note
        ? html`<td role="cell" class=${none(isNoted)} data-label=${text.note}>
            ${plain(drawing, row.description)} ${condition(drawing, row.appliesTo)}
          </td>`
        : nothing
    }
  </tr>`;
}
