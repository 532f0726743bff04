import { CatalogueIndex } from '../query/catalogue-index.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import { queryWords } from '../search/query-words.ts';
import { SearchIndex } from '../search/search-index.ts';
import { ANALYSIS, type WordCodes } from './analysed-words.ts';
import { filling } from './read-tiers.ts';
import { FIRST_FORM, NEW_OTHER, NEW_WORD, ROW_END } from './text-codes.ts';
import { FORMAT, TABLE_COLUMNS, VALUE_COLUMN, VERSION, type RowTier } from './tier-format.ts';

/** So many rows in each of the lines that every loop is compiled. */
const ROWS = 60;
const LINES = 2;
/** Values of a column, and objects of all kinds, which are read in ways of their own. */
const VALUES = 24;
const KINDS = ['organization', 'need', 'life-event', 'service-template', 'organization', 'need'];
/** What is written in Latin letters alone is read by other code than what is not. */
const WORDS = 'Ēka māja un';
const ENGLISH = 'House';
const OTHER = 'māja,';
/** Words that each object has: also the beginnings of those above. */
const OF_OBJECTS = 6;
/** A question that the rows below answer. */
const QUESTION = 'maja titles7';
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
  // Parts of a search before the whole: all that runs for the first time at once is too much for a step.
  const { search } = index.parts;
  const { words } = queryWords(QUESTION);
  yield words;
  yield* index.preparing();
  for (const word of words) yield search.gather(word);
  for (const q of ['x', QUESTION]) yield index.list({ q, unified: true });
}

function tierOf(tier: RowTier): string {
  const isFirst = tier === 'titles';
  const head = { format: FORMAT, version: VERSION, tier, count: ROWS * LINES, analysis: ANALYSIS };
  const objects = each(VALUES, (nth) => {
    const type = KINDS[nth % KINDS.length]!;
    const place = nth % KINDS.length === 0 ? ' novads' : '';
    return {
      type,
      id: `${nth}`,
      title: { lv: WORDS + place, en: `${ENGLISH} x${nth}` },
      ...(nth === 0 && { territory: 'Ēka' }),
      ...(type === 'life-event' && { needs: ['1'] }),
    };
  });
  const lines: unknown[] = [head];
  if (isFirst) lines.push({ objects, words: codes(OF_OBJECTS + VALUES) });
  const tables = TABLE_COLUMNS[tier];
  for (const table of tables) {
    const isSingle = ['kind', 'template', 'free', 'status'].includes(table);
    const values = each(VALUES, (nth) =>
      table === 'languages' ? ['lv'] : isSingle ? 'public-individual' : [`${nth}`],
    );
    lines.push({ table, values });
  }
  for (let line = 0; line < LINES; line++) lines.push(rowsOf(tier, tables, line));
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}

function rowsOf(tier: RowTier, tables: readonly string[], line: number): unknown {
  const isFirst = line === 0;
  const first = line * ROWS;
  const forms = each(ROWS, (nth) => `${tier}${first + nth}`).join(' ');
  return {
    [VALUE_COLUMN[tier]]: each(ROWS, (nth) => `${first + nth}`),
    texts: each(ROWS, (nth) => [
      ...(isFirst && nth === 0 ? [NEW_WORD, NEW_WORD, NEW_WORD, NEW_OTHER] : KNOWN),
      // Each row has a word that no other one has.
      NEW_WORD,
      0,
      ...(tier === 'titles' ? [...KNOWN, 1, ...KNOWN, 2] : []),
      ROW_END,
    ]).flat(),
    forms: isFirst ? `${WORDS} ${forms}` : forms,
    ...(isFirst && { others: [OTHER] }),
    words: codes(ROWS),
    ...Object.fromEntries(tables.map((table) => [table, each(ROWS, (nth) => 1 + (nth % VALUES))])),
  };
}

/** Words that are told of: every other stem leaves a letter out and has another one in its place. */
function codes(count: number): WordCodes {
  const told = each(count, (nth) => ['1a', '0'][nth % 2]).join(' ');
  return [told, told, 'a'.repeat(count)];
}

function each<T>(count: number, make: (nth: number) => T): T[] {
  return Array.from({ length: count }, (_, nth) => make(nth));
}
