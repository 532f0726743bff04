import type { RichTextElement, RichTextNode } from '@pvp/contract';
import type { Element } from 'hast';
import { element, reduceFlow, reduceItem } from './reduce.ts';

const MAX_COLUMN_SPAN = 50;
const MAX_ROW_SPAN = 200;

/** A table with a head where it has one. A table of one cell is layout: its content alone stays. */
export function reduceTable(table: Element): RichTextNode[] {
  const before: RichTextNode[] = [];
  const head: RichTextElement[] = [];
  const body: RichTextElement[] = [];

  const visit = (parent: Element, rows: RichTextElement[]): void => {
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'thead') visit(child, head);
      else if (child.tagName === 'tbody' || child.tagName === 'tfoot') visit(child, body);
      else if (child.tagName === 'tr') rows.push(...reduceRow(child));
      else before.push(...reduceFlow([child]));
    }
  };
  visit(table, body);

  const cells = [...head, ...body].flatMap((row) => row.children);
  const only = cells[0];
  if (cells.length === 1 && only?.type === 'element') {
    return [...before, ...asFlow(only.children)];
  }
  const parts: RichTextElement[] = [];
  if (head.length > 0) parts.push(element('thead', head));
  if (body.length > 0) parts.push(element('tbody', body));
  return parts.length > 0 ? [...before, element('table', parts)] : before;
}

function reduceRow(row: Element): RichTextElement[] {
  const cells: RichTextElement[] = [];
  let filled = false;
  for (const cell of row.children) {
    if (cell.type !== 'element' || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
    const children = reduceItem(cell.children);
    filled ||= children.length > 0;
    // An empty cell stays: the columns of its row depend on it.
    cells.push(element(cell.tagName, children, cellProperties(cell)));
  }
  return filled ? [element('tr', cells)] : [];
}

function cellProperties(cell: Element): RichTextElement['properties'] {
  const { colSpan, rowSpan, scope } = cell.properties;
  return {
    ...(isSpan(colSpan, MAX_COLUMN_SPAN) ? { colSpan } : {}),
    ...(isSpan(rowSpan, MAX_ROW_SPAN) ? { rowSpan } : {}),
    ...(cell.tagName === 'th' && (scope === 'col' || scope === 'row') ? { scope } : {}),
  };
}

function isSpan(value: unknown, max: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 1 && value <= max;
}

function asFlow(children: RichTextNode[]): RichTextNode[] {
  const isBlock = (node: RichTextNode): boolean =>
    node.type === 'element' && /^(p|h[3-6]|ul|ol|table|blockquote)$/.test(node.tagName);
  const firstBlock = children.findIndex(isBlock);
  const inline = firstBlock < 0 ? children : children.slice(0, firstBlock);
  const rest = firstBlock < 0 ? [] : children.slice(firstBlock);
  return inline.length > 0 ? [element('p', inline), ...rest] : rest;
}
