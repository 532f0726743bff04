/**
 * Answers to questions in people's own words, out of the knowledge base and the descriptions of
 * services. Ranked by the search of lists; what is told are registered sentences, never new ones.
 */
import type { FoundAnswer, KnowledgeEntry, LocalizedString, Service } from '@pvp/contract';
import { pickLanguage } from '../model/pick-language.ts';
import { ChangingIndex, type Rewriter } from '../search/index.ts';
import type { SupportContents } from '../support/resolve-support.ts';
import { ASKED_WITH, passagesOf, type Passage } from './passages.ts';
import { linesOfTree, sentenceFor, sentencesOf } from './sentences.ts';

/** Whom the answers are for. */
export interface AnswerScope {
  /** The service that a question is about. */
  service?: Service | undefined;
  /** Id of the institution, where it is known. */
  institution?: string | undefined;
  /** Services that the question may mean, the likeliest first; with `service`, that one alone. */
  services: readonly Service[];
}

export interface AnswerWish {
  q?: string | undefined;
  lang?: string | undefined;
  limit?: number | undefined;
}

type Contents = Pick<SupportContents, 'idOf' | 'titleOf'>;

interface Candidate {
  score: number;
  tell(): FoundAnswer;
  /** Of one description so many parts are told at most. */
  service?: string;
}

const USUAL_LIMIT = 5;
/** How much more an entry is worth that names the service, and one that names others. */
const NAMES_SERVICE = 1.3;
const NAMES_OTHERS = 0.4;
/** An entry was written for a question; a part of a description was not. */
const PASSAGE = 0.85;
/** Percent of a question that an answer meets: of three words, one may name the matter. */
const LEAST_MET = 33;
/** What a part of the service in question is worth that meets only the words that it can meet. */
const PARTLY = 0.6;
/** What is so much worse than the best is no answer to the same question. */
const LEAST_OF_BEST = 0.3;
/** What scores less answers something else, where a million is a question met in full by a title. */
const LEAST_SCORE = 25_000;
const PARTS_OF_SERVICE = 2;
/** How much of the title of a service counts for an entry about it, where its own words count 1. */
const SERVICE_TITLE = 0.3;

export class AnswerFinder {
  readonly #entries: readonly KnowledgeEntry[];
  readonly #contents: Contents;
  readonly #words: Rewriter | undefined;
  #index: ChangingIndex | undefined;

  /** @param words Everyday words, as for lists. */
  constructor(entries: readonly KnowledgeEntry[], contents: Contents, words?: Rewriter) {
    this.#entries = entries;
    this.#contents = contents;
    this.#words = words;
  }

  /** Best first; without `q`, what people ask most. */
  find({ q = '', lang, limit = USUAL_LIMIT }: AnswerWish, scope: AnswerScope): FoundAnswer[] {
    const fitting = this.#entries.map((entry) => this.#holdsFor(entry, scope.institution));
    if (!q.trim()) return this.#usual(fitting, scope, lang).slice(0, limit);
    const candidates = [
      ...this.#entriesFor(q, lang, fitting, scope),
      ...this.#passagesFor(q, lang, scope),
    ].sort((a, b) => b.score - a.score);
    const least = Math.max(LEAST_SCORE, (candidates[0]?.score ?? 0) * LEAST_OF_BEST);
    const parts = new Map<string, number>();
    const found: FoundAnswer[] = [];
    for (const { score, service, tell } of candidates) {
      if (found.length === limit || score < least) break;
      if (service !== undefined) {
        const before = parts.get(service) ?? 0;
        if (before === PARTS_OF_SERVICE) continue;
        parts.set(service, before + 1);
      }
      found.push(tell());
    }
    return found;
  }

  /** Those about the service; else those of the institution, and then those about nothing certain. */
  #usual(fitting: readonly boolean[], scope: AnswerScope, lang: string | undefined): FoundAnswer[] {
    const held = this.#entries.filter((_, nth) => fitting[nth]);
    const about = held.filter((entry) => this.#names(entry, scope.service));
    const own = held.filter(({ institutions = [] }) => institutions.length > 0);
    const general = held.filter(({ services = [] }) => services.length === 0);
    const chosen = scope.service ? about : [...new Set([...own, ...general])];
    return chosen.map((entry) => this.#told(entry, lang));
  }

  #entriesFor(
    q: string,
    lang: string | undefined,
    fitting: readonly boolean[],
    scope: AnswerScope,
  ): Candidate[] {
    const index = (this.#index ??= this.#gather());
    const ranked = index.rank(q, Uint8Array.from(fitting, Number), LEAST_MET);
    if (!ranked) return [];
    return Array.from(ranked.documents).flatMap((document) => {
      if (!fitting[document]) return [];
      const entry = this.#entries[document]!;
      const near = !scope.service
        ? 1
        : this.#names(entry, scope.service)
          ? NAMES_SERVICE
          : entry.services?.length
            ? NAMES_OTHERS
            : 1;
      const score = ranked.scores[document]! * near;
      return { score, tell: () => this.#told(entry, lang, q) };
    });
  }

  #passagesFor(
    q: string,
    lang: string | undefined,
    { service: asked, services }: AnswerScope,
  ): Candidate[] {
    const passages = services.flatMap((service) =>
      passagesOf(service, lang).map((passage) => ({ service, passage })),
    );
    const index = new ChangingIndex(this.#words);
    passages.forEach(({ service, passage }, document) => {
      index.put(document, {
        titles: ASKED_WITH[passage.section],
        alternativeTitles: [],
        keywords: [service.title, ...(service.alternativeTitles ?? [])].flatMap(textsOf),
        summaries: [passage.text],
      });
    });
    const all = new Uint8Array(passages.length).fill(1);
    let ranked = index.rank(q, all, LEAST_MET);
    let worth = PASSAGE;
    if (asked && ranked?.documents.length === 0) {
      // What it is about is known already: words that stand nowhere do not tell its parts apart.
      const known = index.asked?.words.filter(({ frequency }) => frequency > 0) ?? [];
      ranked = index.rank(known.map(({ text }) => text).join(' '), all, LEAST_MET);
      worth *= PARTLY;
    }
    return Array.from(ranked?.documents ?? []).map((document) => {
      const { service, passage } = passages[document]!;
      return {
        score: ranked!.scores[document]! * worth,
        service: service.id,
        tell: () => this.#toldPart(service, passage, q),
      };
    });
  }

  #gather(): ChangingIndex {
    const index = new ChangingIndex(this.#words);
    this.#entries.forEach(({ title, answer, keywords = [], services = [] }, document) => {
      index.put(document, {
        titles: Object.values(title),
        alternativeTitles: [],
        keywords,
        summaries: Object.values(answer).map(linesOfTree),
      });
      const keys = services.flatMap((name) => {
        const id = this.#contents.idOf('service', name);
        const names = id === undefined ? undefined : this.#contents.titleOf('service', id);
        if (!names) return [];
        const key = `service/${id}`;
        index.putObject(key, { titles: Object.values(names), weight: SERVICE_TITLE });
        return [key];
      });
      index.link(document, keys);
    });
    return index;
  }

  /** An entry that names no institution holds everywhere; one that does, there alone. */
  #holdsFor({ institutions }: KnowledgeEntry, institution: string | undefined): boolean {
    if (!institutions?.length) return true;
    return institutions.some(
      (name) => this.#contents.idOf('organization', name) === institution && institution,
    );
  }

  #names({ services = [] }: KnowledgeEntry, service: Service | undefined): boolean {
    return service !== undefined && services.some((name) => this.#id(name) === service.id);
  }

  #id(name: string): string | undefined {
    return this.#contents.idOf('service', name);
  }

  #told(entry: KnowledgeEntry, lang: string | undefined, q?: string): FoundAnswer {
    const { text: title, lang: shown } = pickLanguage(entry.title, lang)!;
    const answer = pickLanguage(entry.answer, shown)!.text;
    const text = linesOfTree(answer);
    const [only, ...others] = entry.services ?? [];
    const id = only === undefined || others.length > 0 ? undefined : this.#id(only);
    const name = id === undefined ? undefined : this.#contents.titleOf('service', id);
    return {
      kind: 'knowledge-entry',
      id: entry.id,
      title,
      lang: shown,
      sentence: q ? sentenceFor(text, q, this.#words) : (sentencesOf(text)[0] ?? ''),
      answer,
      ...(entry.source && { source: entry.source }),
      ...(id !== undefined && name && { service: { id, title: name } }),
    };
  }

  #toldPart({ id, title }: Service, passage: Passage, q: string): FoundAnswer {
    const { section, lang, text, cost, term } = passage;
    return {
      kind: 'service',
      id,
      title: pickLanguage(title, lang)!.text,
      lang,
      section,
      sentence: cost || term ? '' : sentenceFor(text, q, this.#words),
      ...(cost && { cost }),
      ...(term && { term }),
    };
  }
}

const textsOf = (localized: LocalizedString): string[] => Object.values(localized);
