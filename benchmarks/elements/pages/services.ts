/** What every page but the catalogue's own loads: the services as texts, and a plain search in them. */

export interface Row {
  id: string;
  title: string;
  summary: string;
  institution: string;
  facts: string[];
}

/** As many rows as the catalogue shows at first. */
export const SHOWN = 20;

export async function loadRows(): Promise<Row[]> {
  const response = await fetch(new URL('data.json', location.href));
  return (await response.json()) as Row[];
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const folded = new WeakMap<Row, string>();

/** Rows with a word that begins as typed; upper case and diacritics do not matter. */
export function search(rows: readonly Row[], typed: string): Row[] {
  const wanted = fold(typed.trim());
  if (!wanted) return [...rows];
  return rows.filter((row) => {
    let text = folded.get(row);
    if (text === undefined) {
      text = fold(` ${row.title} ${row.summary} ${row.institution}`);
      folded.set(row, text);
    }
    return text.includes(` ${wanted}`);
  });
}
