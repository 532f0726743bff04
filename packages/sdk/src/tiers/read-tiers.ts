import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import { CatalogueIndex } from '../query/catalogue-index.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import { LineWords } from './line-words.ts';
import { ObjectFilling } from './object-filling.ts';
import { RowFilling, type PutRows } from './row-filling.ts';
import { TextFilling } from './text-filling.ts';
import { TierEntries } from './tier-entry.ts';
import { TextReader, type RowTexts } from './text-reader.ts';
import { readSynonyms, TierReader } from './tier-reader.ts';

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
 * this version are taken as they are; others are analysed here. What the first question needs besides is
 * done when it is asked, or in steps before: `CatalogueIndex.preparing`, `warming`.
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
    // A value of another type than the column has, or far too many of them.
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
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
  const others = summaries === undefined ? undefined : new TierReader('summaries', summaries);
  if (others && (others.head.count !== names.head.count || !isOf(others, sha256))) {
    throw new InvalidAnswerError('The summaries of the index belong to other titles');
  }
  const { parts } = index;
  const { words, objectWords } = parts.search;
  const objects = new ObjectFilling(parts);
  for (const line of names.before()) {
    yield line;
    if (!('objects' in line)) continue;
    const isTold = yield* objects.put(line.objects, names.isAnalysed ? line.words : undefined);
    if (!isTold) throw names.refusal('tells of another number of words than are new in it');
  }
  yield* objects.finish();
  const known = new LineWords(words, objectWords);
  const ofNames = new TextReader(names, known);
  const ofOthers = others && new TextReader(others, known);
  const rows = new RowFilling(parts, new TierEntries(ofNames, ofOthers));
  const texts = new TextFilling(parts.search, known, titles.length + (summaries?.length ?? 0));
  const waiting: Waiting[] = [];
  for (const line of names.rows()) {
    yield line;
    const put = rows.put(line, names.isAnalysed);
    yield put;
    const named = ofNames.read(line);
    yield named;
    // All names come first: what they tell of words, summaries do not tell again.
    if (others) waiting.push({ put, named });
    else yield texts.put(put.first, named);
  }
  if (index.size !== names.head.count) {
    throw names.refusal('was the last one: an id is there twice');
  }
  yield* others?.before() ?? [];
  let nth = 0;
  for (const line of others?.rows() ?? []) {
    yield line;
    const { put, named } = waiting[nth++] ?? {};
    if (line.count !== put?.names.count) {
      throw others!.refusal('has another number of rows than the titles');
    }
    rows.putMore(put, line);
    const told = ofOthers!.read(line);
    yield told;
    yield texts.put(put.first, named!, told);
  }
  yield* rows.finish();
  yield* texts.finish();
  for (const [nth, entry] of (synonyms === undefined ? [] : readSynonyms(synonyms)).entries()) {
    yield index.putSynonym(`${nth}`, entry);
  }
}

/** Rows whose summaries are not read yet. */
interface Waiting {
  put: PutRows;
  named: RowTexts;
}

function isOf({ head }: TierReader, titles: string | undefined): boolean {
  return titles === undefined || head.titles === titles;
}
