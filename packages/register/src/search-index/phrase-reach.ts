/**
 * Where the official phrases of everyday words lead: found once for a state of the register, and
 * shared by all scopes.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { Slices, type LinkedObject } from '@pvp/sdk/query';
import { ChangingIndex, OfficialPhrases, type SynonymEntry } from '@pvp/sdk/search';
import type { RegisterContents } from '../read-model/contents.ts';
import type { ReadModel } from '../read-model/read-model.ts';

/** Everyday words with their names. */
export type NamedWords = readonly (readonly [name: string, entry: SynonymEntry])[];

/** So often changes may interrupt the search for a state; then it is made in one go. */
const MAX_INTERRUPTIONS = 3;

/** Where phrases lead in one state of the register. */
export class PhraseReach {
  constructor(
    /** Of the read model. */
    readonly version: number,
    private readonly words: NamedWords,
    /** By phrase that leads somewhere: ids under which services there name their institutions. */
    private readonly institutions: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  /**
   * Everyday words, of each the phrases that lead to something in a scope.
   *
   * @param names Ids under which services name its institution; `null`: all services.
   */
  wordsFor(names: ReadonlySet<string> | null): NamedWords {
    const leads = (phrase: string) => {
      const institutions = this.institutions.get(phrase);
      if (names === null || !institutions) return institutions !== undefined;
      return [...names].some((name) => institutions.has(name));
    };
    return this.words
      .map(([name, { terms, means }]) => [name, { terms, means: means.filter(leads) }] as const)
      .filter(([, { means }]) => means.length > 0);
  }
}

/** Finds where phrases lead, and keeps it until the register changes. */
export class PhraseReaches {
  readonly #model: ReadModel;
  #kept: PhraseReach | undefined;
  #finding: Promise<PhraseReach> | undefined;

  constructor(model: ReadModel) {
    this.#model = model;
  }

  /** Of the register as it was a moment ago; a change may have come since. */
  async latest(): Promise<PhraseReach> {
    if (this.#kept?.version === this.#model.version) return this.#kept;
    this.#finding ??= this.#find().finally(() => (this.#finding = undefined));
    return this.#finding;
  }

  async #find(): Promise<PhraseReach> {
    const slices = new Slices({ pause: () => turn() });
    for (let interruptions = 0; ; interruptions++) {
      const { version, contents } = this.#model;
      const words = contents.vocabulary.searched();
      const institutions = new Map<string, ReadonlySet<string>>();
      let isChanged = false;
      for (const _ of finding(contents, words, institutions)) {
        if (!slices.isOver || interruptions === MAX_INTERRUPTIONS) continue;
        await slices.next();
        isChanged = this.#model.version !== version;
        if (isChanged) break;
      }
      if (isChanged) continue;
      return (this.#kept = new PhraseReach(version, words, institutions));
    }
  }
}

/** Finds it in steps between which nothing changes. */
function* finding(
  contents: RegisterContents,
  words: NamedWords,
  into: Map<string, ReadonlySet<string>>,
): Generator<unknown> {
  const { index } = contents;
  const { rows, search } = index.parts;
  yield* index.preparing();
  const templates = new Templates();
  yield* templates.filling(contents);
  const official = new OfficialPhrases();
  for (const phrase of new Set(words.flatMap(([, { means }]) => means))) {
    const services = official.documents(phrase, search);
    const cards = official.documents(phrase, templates.texts);
    if (services.length + cards.length > 0) {
      const all = new Set<string>();
      for (const slot of services) for (const id of rows.entry(slot).institutions) all.add(id);
      for (const card of cards) for (const id of templates.institutions[card]!) all.add(id);
      into.set(phrase, all);
    }
    yield phrase;
  }
}

/**
 * What the cards of unified services show. No search looks at all of it, and where such a card is a
 * result the words in it are marked that everyday words stand for.
 */
class Templates {
  readonly texts = new ChangingIndex();
  /** By number of the template: ids under which its services name their institutions. */
  readonly institutions: Iterable<string>[] = [];

  *filling(contents: RegisterContents): Generator<unknown> {
    const { index } = contents;
    const institutionsOf = new Map<string, Set<string>>();
    for (const { template, institutions } of index.entries()) {
      if (template === undefined) continue;
      const id = index.resolve('service-template', template);
      const all = institutionsOf.get(id) ?? new Set();
      for (const institution of institutions) all.add(institution);
      institutionsOf.set(id, all);
      yield id;
    }
    for (const { id, record } of contents.all('service-template')) {
      const institutions = institutionsOf.get(id);
      if (!institutions) continue;
      const { title = {}, summary = {} } = record as Pick<LinkedObject, 'title' | 'summary'>;
      this.texts.put(this.institutions.length, {
        titles: Object.values(title),
        alternativeTitles: [],
        keywords: [],
        summaries: Object.values(summary),
      });
      yield this.institutions.push(institutions);
    }
  }
}
