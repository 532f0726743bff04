/** The services of a register as texts, the same words that the catalogue shows. */
import type { ServiceCard, ServiceList } from '@pvp/contract';
import { search, type Row } from './pages/services.ts';

function rowOf(card: ServiceCard): Row {
  const { id, title, summary = '', institution, recipients = [], channels = [], cost, term } = card;
  const price = cost?.min === undefined ? [] : [`${cost.min} EUR`];
  const length = term?.max === undefined ? [] : [`${term.max} ${term.unit ?? ''}`];
  return {
    id,
    title,
    summary,
    institution: institution?.title ?? '',
    facts: [...recipients, ...price, ...length, ...channels],
  };
}

export async function rowsOf(register: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined;) {
    const next = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const response = await fetch(`${register}/v1/services?lang=lv&limit=200${next}`);
    const list = (await response.json()) as ServiceList;
    rows.push(...list.items.map(rowOf));
    cursor = list.next;
  }
  return rows;
}

/**
 * Letters that narrow the list at each key, the first included, and leave something: the beginning
 * of a word that many titles have.
 */
export function lettersToType(rows: readonly Row[], length = 5): string {
  const counts = new Map<string, number>();
  for (const { title } of rows) {
    for (const word of title.toLowerCase().match(/\p{L}{6,}/gu) ?? []) {
      const start = word.slice(0, length);
      // Letters that every keyboard has: a browser presses keys by their names.
      if (/^[a-z]+$/.test(start)) counts.set(start, (counts.get(start) ?? 0) + 1);
    }
  }
  const often = [...counts].sort((a, b) => b[1] - a[1]).map(([start]) => start);
  const narrows = (start: string): boolean => {
    let found: readonly Row[] = rows;
    for (let end = 1; end <= length; end += 1) {
      const next = search(found, start.slice(0, end));
      if (next.length === found.length) return false;
      found = next;
    }
    return found.length > 0;
  };
  const best = often.find(narrows);
  if (!best) throw new Error('No word of the titles narrows the list at every letter.');
  return best;
}
