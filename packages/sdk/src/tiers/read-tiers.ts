import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import type { CatalogueEntry } from '../query/catalogue-entry.ts';
import { CatalogueIndex } from '../query/catalogue-index.ts';
import type { LinkedObject } from '../query/linked-objects.ts';
import { Slices, type SliceOptions } from '../query/slices.ts';
import { wordOf } from '../search/word.ts';
import { readSynonyms, TierReader, type Columns } from './tier-reader.ts';
import { objectTexts, summaryTexts, titleTexts } from './tier-texts.ts';

/** So many rows are put between two looks at the clock. */
const ROWS_AT_ONCE = 20;

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
  { index = new CatalogueIndex(), ...options }: ReadTiersOptions = {},
): Promise<CatalogueIndex> {
  try {
    await fill(index, texts, options);
  } catch (error) {
    // A value of another type than the column has.
    if (!(error instanceof TypeError)) throw error;
    throw new InvalidAnswerError(`The index holds what it should not: ${error.message}`);
  } finally {
    index.analyse = wordOf;
  }
  return index;
}

async function fill(
  index: CatalogueIndex,
  { titles, summaries, synonyms }: TierTexts,
  { sha256, ...options }: Omit<ReadTiersOptions, 'index'>,
): Promise<void> {
  const slices = new Slices(options);
  const pause = async () => {
    await slices.next();
    index.settle();
  };
  const names = new TierReader('titles', titles);
  const others =
    summaries === undefined ? undefined : new TierReader('summaries', summaries, names.words);
  if (others && (others.head.count !== names.head.count || !isOf(others, sha256))) {
    throw new InvalidAnswerError('The summaries of the index belong to other titles');
  }
  index.analyse = (word) => others?.words.get(word) ?? names.words.get(word) ?? wordOf(word);
  const objects = (names.head.objects ?? []) as LinkedObject[];
  names.learn(objectTexts(objects));
  for (const object of objects) {
    index.putObject(object);
    if (slices.isOver) await pause();
  }
  // What needs belong to is settled before there are rows that have them.
  index.settle();
  for (let columns = names.next(); columns; columns = names.next()) {
    if (slices.isOver) await pause();
    const more = others?.next();
    if (others && more?.['summary']?.length !== columns['id']!.length) {
      throw others.refusal('has another number of rows than the titles');
    }
    const entries = entriesOf(columns, more);
    names.learn(titleTexts(entries));
    if (slices.isOver) await pause();
    others?.learn(summaryTexts(entries));
    if (slices.isOver) await pause();
    for (let from = 0; from < entries.length; from += ROWS_AT_ONCE) {
      index.putNew(entries.slice(from, from + ROWS_AT_ONCE), names.isAnalysed);
      if (slices.isOver) await pause();
    }
  }
  others?.next();
  if (index.size !== names.head.count)
    throw names.refusal('was the last one: an id is there twice');
  for (const [id, entry] of synonyms === undefined ? [] : readSynonyms(synonyms)) {
    index.putSynonym(id, entry);
    if (slices.isOver) await pause();
  }
  for (const _ of index.preparing()) if (slices.isOver) await slices.next();
}

function isOf({ head }: TierReader, titles: string | undefined): boolean {
  return titles === undefined || head.titles === titles;
}

/** @param others The same rows of the summaries. */
function entriesOf(names: Columns, others: Columns = {}): CatalogueEntry[] {
  const { kind, status, institutions, recipients, channels, needs, lifeEvents } = names;
  const { groups, template, cost, free, machine, title, alternativeTitles, keywords } = names;
  const { summary, changedAt, terms } = others;
  return names['id']!.map((id, row): CatalogueEntry => {
    const given = (institutions![row] ?? []) as readonly string[];
    const entry: Record<keyof CatalogueEntry, unknown> = {
      id,
      kind: kind![row],
      status: status![row],
      title: localized(title![row]),
      summary: localized(summary?.[row]),
      machine: machine![row],
      recipients: recipients![row],
      channels: channels![row],
      cost: cost![row],
      terms: terms?.[row],
      institution: given[0],
      institutions: given,
      lifeEvents: lifeEvents![row],
      needs: needs![row],
      groups: groups![row],
      template: template![row],
      changedAt: changedAt?.[row] || undefined,
      hash: undefined,
      free: free![row],
      alternativeTitles: alternativeTitles![row] || [],
      keywords: keywords![row] || [],
    };
    return entry as unknown as CatalogueEntry;
  });
}

/** Text in Latvian alone stands as such. */
function localized(value: unknown): unknown {
  return typeof value === 'string' ? { lv: value } : value || undefined;
}
