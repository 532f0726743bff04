import { CatalogueIndex } from '../query/catalogue-index.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import { SearchIndex } from '../search/search-index.ts';
import { ANALYSIS, type WordCodes } from './analysed-words.ts';
import { filling } from './read-tiers.ts';
import { FIRST_FORM, NEW_OTHER, NEW_WORD, ROW_END } from './text-codes.ts';
import { FORMAT, TABLE_COLUMNS, VALUE_COLUMN, VERSION, type RowTier } from './tier-format.ts';

/** So many rows that every loop is compiled. */
const ROWS = 80;
/** Values of a column. */
const VALUES = 8;
const WORDS = 'Ēka māja un';
/** Of an object: one word more. */
const OBJECT = `${WORDS} novads`;
const OTHER = 'māja,';
/** Codes of the forms above. */
const KNOWN = [0, 1, 2, 3, 1, 0].map((form) => FIRST_FORM + form);

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
  for (const q of ['x', 'maja titles7']) yield index.list({ q, unified: true });
}

function tierOf(tier: RowTier): string {
  const isFirst = tier === 'titles';
  const each = <T>(count: number, make: (nth: number) => T) =>
    Array.from({ length: count }, (_, nth) => make(nth));
  const head = { format: FORMAT, version: VERSION, tier, count: ROWS, analysis: ANALYSIS };
  const objects = each(VALUES, (nth) => ({
    type: 'organization',
    id: `${nth}`,
    title: { lv: OBJECT },
    territory: 'Ēka',
  }));
  const lines: unknown[] = isFirst
    ? [head, { objects, words: codes(OBJECT.split(' ').length) }]
    : [head];
  const rows: Record<string, unknown> = {
    [VALUE_COLUMN[tier]]: each(ROWS, (nth) => `${nth}`),
    texts: each(ROWS, (nth) => [
      ...(nth === 0 ? [NEW_WORD, NEW_WORD, NEW_WORD, NEW_OTHER] : KNOWN),
      // Each row has a word that no other one has.
      NEW_WORD,
      0,
      ...(isFirst ? [...KNOWN, 1, ...KNOWN, 2] : []),
      ROW_END,
    ]).flat(),
    forms: `${WORDS} ${each(ROWS, (nth) => tier + nth).join(' ')}`,
    others: [OTHER],
    words: codes(ROWS),
  };
  for (const table of TABLE_COLUMNS[tier]) {
    const isSingle = ['kind', 'template', 'free', 'status'].includes(table);
    const values = each(VALUES, (nth) =>
      table === 'languages' ? ['lv'] : isSingle ? 'public-individual' : [`${nth}`],
    );
    lines.push({ table, values });
    rows[table] = each(ROWS, (nth) => 1 + (nth % VALUES));
  }
  return [...lines, rows].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** Words that are told of: the stem of each leaves a letter out, and has another one in its place. */
function codes(count: number): WordCodes {
  const each = Array<string>(count).fill('1a').join(' ');
  return [each, each, 'a'.repeat(count)];
}
