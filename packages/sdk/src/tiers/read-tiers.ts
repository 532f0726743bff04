import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import { CatalogueIndex } from '../query/catalogue-index.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import { TEXT_OVER } from '../search/fold.ts';
import { fillObjects } from './object-filling.ts';
import { RowFilling } from './row-filling.ts';
import { TextFilling } from './text-filling.ts';
import { readSynonyms, TierReader } from './tier-reader.ts';
import { objectTexts, summaryTexts, titleTexts } from './tier-texts.ts';

export interface ReadTiersOptions extends SliceOptions {
  /** SHA-256 of `titles`, hexadecimal: must be the one that `summaries` names. */
  sha256?: string;
  /** An empty one to fill. */
  index?: CatalogueIndex;
}

/** Texts of the tiers. */
export interface TierTexts {
  titles: string;
  /** Absent: search by names alone. */
  summaries?: string;
  /** Absent: everyday words lead nowhere. */
  synonyms?: string;
}

/**
 * Builds an index from its tiers, in slices. Their text is checked as it is read: format, version,
 * the length of every column, and the place of every value. Words that were analysed by the rules of
 * this version are taken as they are; others are analysed here.
 *
 * @throws {InvalidAnswerError} where a tier is not what this version reads. The index is of no use
 *   then.
 */
export async function readTiers(
  texts: TierTexts,
  { index = new CatalogueIndex(), sha256, ...options }: ReadTiersOptions = {},
): Promise<CatalogueIndex> {
  const slices = new Slices(options);
  try {
    for (const _ of filling(index, texts, sha256)) if (slices.isOver) await slices.next();
  } catch (error) {
    // A value of another type than the column has.
    if (!(error instanceof TypeError)) throw error;
    throw new InvalidAnswerError(`The index holds what it should not: ${error.message}`);
  }
  return index;
}

/** Fills an index, in steps between which others may have the thread. */
export function* filling(
  index: CatalogueIndex,
  { titles, summaries, synonyms }: TierTexts,
  sha256?: string,
): Generator<unknown> {
  const names = new TierReader('titles', titles);
  yield names;
  const others =
    summaries === undefined ? undefined : new TierReader('summaries', summaries, names.words);
  if (others && (others.head.count !== names.head.count || !isOf(others, sha256))) {
    throw new InvalidAnswerError('The summaries of the index belong to other titles');
  }
  const { search } = index.parts;
  const objects = (names.head.objects ?? []) as LinkedObject[];
  const named = objectTexts(objects);
  const words = byText(named, names.learn(named, search.objectWords));
  yield words;
  yield* fillObjects(index.parts, objects, (text) => words.get(text)!);
  yield index.settle();
  const rows = new RowFilling(index.parts);
  const texts = new TextFilling(search);
  for (let columns = names.next(); columns; columns = names.next()) {
    yield columns;
    const more = others?.next();
    if (others && more?.rows['summary']!.length !== columns.rows['id']!.length) {
      throw others.refusal('has another number of rows than the titles');
    }
    const first = rows.put(columns, more, names.isAnalysed);
    yield first;
    const told = titleTexts(columns.rows);
    const parts = [{ ...told, words: names.learn(told.texts, search.words) }];
    yield parts;
    if (more) {
      const told = summaryTexts(more.rows);
      parts.push({ ...told, words: others!.learn(told.texts, search.words) });
      yield parts;
    }
    texts.put(first, parts);
    yield index.settle();
  }
  others?.next();
  if (index.size !== names.head.count)
    throw names.refusal('was the last one: an id is there twice');
  yield* rows.finish();
  yield* texts.finish();
  for (const [id, entry] of synonyms === undefined ? [] : readSynonyms(synonyms)) {
    yield index.putSynonym(id, entry);
  }
  yield* index.preparing();
}

/** @param words Behind those of each text stands `TEXT_OVER`. */
function byText(texts: readonly string[], words: readonly string[]): Map<string, string[]> {
  const known = new Map<string, string[]>();
  let from = 0;
  for (const text of texts) {
    const until = words.indexOf(TEXT_OVER, from);
    known.set(text, words.slice(from, until));
    from = until + 1;
  }
  return known;
}

function isOf({ head }: TierReader, titles: string | undefined): boolean {
  return titles === undefined || head.titles === titles;
}
