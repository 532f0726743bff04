import { COVER_BITS } from './gathered.ts';
import { FIELD_BITS, FIELDS, IMPACT_BITS, MAX_IMPACT, TEXT_END } from './impacts.ts';
import type { IndexedTexts } from './indexed-texts.ts';
import { MATCH_KINDS, type Match, type MatchKind } from './match.ts';
import type { QueryWord } from './query-words.ts';
import { wantedOf, type SearchIndex } from './search-index.ts';

/** Why a document stands where it stands for a question. */
export interface Explanation {
  /** As in the ranking; 0: no result. */
  score: number;
  /** 0–1: how much of the question is met. */
  cover: number;
  /** Whether the place that the question names is the one that is served; absent: it names none. */
  place?: Place;
  words: WordExplanation[];
  /** The same in English, one sentence a line. */
  text: string;
}

/** `anywhere`: those who give the service are not local. */
export type Place = 'here' | 'elsewhere' | 'anywhere';

/** What one word of the question gives. */
export interface WordExplanation {
  word: string;
  /** Absent: the document does not meet it. */
  kind?: MatchKind;
  /** The word of the document that is met; of a synonym, all words that it stands for there. */
  met?: string;
  /** Fields with the word, or the key of the object that leads to the document. */
  where?: string[];
  /** How rare the word is among what passes the filters, about as a power of two. */
  rarity: number;
  /** 0–1: its share of the best score that the question could give. */
  share: number;
}

interface Found {
  match: Match;
  met: string;
  where: string[];
  quality: number;
}

const KINDS: Readonly<Record<MatchKind, string>> = {
  exact: 'letter for letter',
  unmarked: 'but for diacritics',
  inflected: 'in another form',
  derived: 'by its root',
  prefix: 'by its beginning',
  similar: 'but for a letter or two',
  compound: 'written as one word or as two',
  synonym: 'as what it stands for',
};
const FIELD_NAMES: Readonly<Record<string, string>> = {
  titles: 'title',
  alternativeTitles: 'alternative title',
  keywords: 'keywords',
  summaries: 'summary',
};

/**
 * Explains one document of a question. `undefined`: the question holds no word to search for.
 *
 * @param among As in `rank`.
 */
export function explain(
  search: SearchIndex,
  query: string,
  document: number,
  among: Uint8Array,
): Explanation | undefined {
  const ranked = search.rank(query, among);
  const asked = search.asked;
  if (!ranked || !asked) return undefined;
  const score = ranked.scores[document] ?? 0;
  let [covered, weights, met, placeMet, placeAsked] = [0, 0, 0, false, false];
  const words = asked.words.map((word, position): WordExplanation => {
    const found = metBy(search, word, document);
    for (const { positions, words, match, met } of asked.meanings) {
      const at = met.documents.indexOf(document);
      if (at < 0 || word.isPlace || !positions.includes(position)) continue;
      // Everyday words and abbreviations are held without endings, which nobody would want to read.
      const meant = words.map((other) => metBy(search, other, document)[0]);
      found.push({
        match,
        met: meant.map((each, nth) => each?.met ?? words[nth]!.text).join(' '),
        where: [...new Set(meant.flatMap((each) => each?.where ?? []))],
        quality: met.values[at]! >> COVER_BITS,
      });
    }
    found.sort((a, b) => b.quality - a.quality);
    const best = found[0];
    const cover = Math.max(0, ...found.map(({ match }) => match.cover));
    if (word.isPlace) {
      placeAsked = true;
      placeMet ||= best !== undefined;
    } else {
      weights += word.weight;
      if (best) met += word.weight;
      covered += (word.weight * cover) / 100;
    }
    return {
      word: word.text,
      ...(best && { kind: MATCH_KINDS[best.match.kind]!, met: best.met, where: best.where }),
      rarity: word.scale / word.weight,
      share: best ? (word.scale * best.quality) / asked.best : 0,
    };
  });
  const isEveryday = asked.meanings.some(
    ({ leadsFar, met }) => leadsFar && met.documents.includes(document),
  );
  const wanted = wantedOf(weights, isEveryday ? met : weights, asked.isTold);
  const cover = weights > 0 ? Math.min(1, covered / wanted) : Number(placeMet);
  const away: Place = search.local[document] ? 'elsewhere' : 'anywhere';
  const place: Place | undefined = placeAsked ? (placeMet ? 'here' : away) : undefined;
  const explanation: Omit<Explanation, 'text'> = { score, cover, ...(place && { place }), words };
  return { ...explanation, text: inWords(explanation) };
}

/** What a word meets of a document, the best first. */
function metBy(texts: IndexedTexts, word: QueryWord, document: number): Found[] {
  return [...ownWords(texts, word, document), ...objectWords(texts, word, document)].sort(
    (a, b) => b.quality - a.quality,
  );
}

/** Words of the document's own texts that a word meets. */
function* ownWords(texts: IndexedTexts, word: QueryWord, document: number): Generator<Found> {
  const { words, postings, wordsOf } = texts;
  const own = wordsOf.values(document);
  for (const { term, match } of words.meetings(word)) {
    const fields = new Set<string>();
    for (const cell of own) {
      if (cell === TEXT_END || cell >> FIELD_BITS !== term) continue;
      fields.add(FIELD_NAMES[FIELDS[cell & ((1 << FIELD_BITS) - 1)]!]!);
    }
    if (fields.size === 0) continue;
    const list = postings.values(term);
    const posting = list.find((each) => each >> IMPACT_BITS === document) ?? 0;
    const quality = match.quality * (posting & MAX_IMPACT);
    yield { match, met: words.word(term).text, where: [...fields], quality };
  }
}

/** Words of the objects that lead to the document. */
function* objectWords(texts: IndexedTexts, word: QueryWord, document: number): Generator<Found> {
  const { objectWords, objectsWith, objects, documentsOf } = texts;
  for (const { term, match } of objectWords.meetings(word)) {
    for (const number of objectsWith.values(term)) {
      const object = objects[number]!;
      if (!documentsOf.values(number).includes(document)) continue;
      const quality = match.quality * object.impact;
      yield { match, met: objectWords.word(term).text, where: [object.key], quality };
    }
  }
}

function inWords({ score, cover, place, words }: Omit<Explanation, 'text'>): string {
  const lines = words.map(({ word, kind, met, where = [], share }) => {
    if (!kind) return `“${word}” is not met.`;
    const at = where.length > 0 ? ` in ${where.join(', ')}` : '';
    return `“${word}” is met ${KINDS[kind]}: “${met}”${at} (${percent(share)} of the best score).`;
  });
  if (place === 'here') lines.push('The service is for the place that the question names.');
  if (place === 'elsewhere')
    lines.push('The service is not for the place that the question names.');
  lines.push(
    score > 0
      ? `${percent(cover)} of the question is met; the score is ${score}.`
      : `${percent(cover)} of the question is met: too little for a result.`,
  );
  return lines.join('\n');
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
