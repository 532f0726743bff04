import { CatalogueIndex } from '../query/catalogue-index.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import { SearchIndex } from '../search/search-index.ts';
import { ANALYSIS } from './analysed-words.ts';
import { filling } from './read-tiers.ts';
import { FORMAT, TABLE_COLUMNS, TEXT_COLUMNS, VERSION, type RowTier } from './tier-format.ts';

/** So many rows that every loop is compiled. */
const ROWS = 80;
/** Values of a column. */
const VALUES = 8;
const TEXT = 'Ēka, māja un Ēka, māja un Ēka';

/** Once in a page; what an earlier wait left goes on in the next one. */
const rehearsal = rehearsing();

/**
 * Does as much of `rehearsing` as there is time for, in slices.
 *
 * @param until What is waited for meanwhile, and was asked for before.
 */
export async function rehearse(until: Promise<unknown>, options?: SliceOptions): Promise<void> {
  let isOver = false;
  const end = () => void (isOver = true);
  until.then(end, end);
  const slices = new Slices(options);
  // A request is sent first.
  await slices.next();
  while (!isOver && !rehearsal.next().done) if (slices.isOver) await slices.next();
}

/**
 * Reads a small index of nothing real and asks it, in steps: code that runs for the first time takes
 * several times as long, and a page has the time while it waits for its index.
 */
export function* rehearsing(): Generator<unknown> {
  const index = new CatalogueIndex(new SearchIndex());
  yield index;
  const titles = tierOf('titles');
  yield titles;
  const summaries = tierOf('summaries');
  yield summaries;
  yield* filling(index, { titles, summaries });
  yield index.list({});
  for (const q of ['x', 'maja 7']) yield index.list({ q, unified: true });
}

function tierOf(tier: RowTier): string {
  const isFirst = tier === 'titles';
  const each = (count: number, text: string) =>
    Array.from({ length: count }, (_, nth) => text + nth);
  const values = each(VALUES, 'x');
  const tables: Record<string, unknown> = {};
  const rows: Record<string, unknown> = { words: wordsOf(isFirst ? ROWS : 1) };
  const texts = each(ROWS, `${TEXT}${isFirst ? '' : ' arī'} `);
  for (const column of TABLE_COLUMNS[tier]) {
    const isSingle = ['template', 'free', 'status'].includes(column);
    tables[column] = [null, ...values.map((value) => (isSingle ? value : [value]))];
    rows[column] = texts.map((_, nth) => 1 + (nth % VALUES));
  }
  if (isFirst) tables['kind'] = [null, ...values.map(() => 'public-individual')];
  for (const column of TEXT_COLUMNS[tier]) rows[column] = texts;
  if (isFirst) {
    rows['id'] = each(ROWS, 'x');
    rows['keywords'] = texts.map((text) => [text, text]);
  }
  const objects = values.map((id) => ({
    type: 'organization',
    id,
    title: { lv: `${TEXT} novads` },
    territory: 'Ēka',
  }));
  const head = {
    format: FORMAT,
    version: VERSION,
    tier,
    count: ROWS,
    analysis: ANALYSIS,
    ...(isFirst && { objects, words: wordsOf(4) }),
    tables,
  };
  return `${JSON.stringify(head)}\n${JSON.stringify(rows)}\n`;
}

/** Words of which nothing is left out. */
function wordsOf(count: number): string[] {
  const none = Array<string>(count).fill('0').join(' ');
  return [none, none, 'a'.repeat(count)];
}
