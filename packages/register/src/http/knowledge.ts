/** `GET /v1/knowledge`. */
import type { KnowledgeEntry } from '@pvp/contract';
import { ChangingIndex } from '@pvp/sdk/search';
import { plainText } from '../ingest/rich-text/plain-text.ts';
import type { RegisterContents } from '../read-model/contents.ts';
import type { ReadModel } from '../read-model/read-model.ts';
import { pageOf, Parameters } from './parameters.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

const MAX_QUERY_LENGTH = 200;

export function addKnowledgeEndpoint(app: RegisterApp, context: RegisterContext): void {
  const search = new KnowledgeSearch(context.model);
  endpoint(app, '/v1/knowledge', { GET: (c) => listKnowledge(c, context, search) });
}

function listKnowledge(
  c: RequestContext,
  { model, answers }: RegisterContext,
  search: KnowledgeSearch,
) {
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const q = parameters.text('q', MAX_QUERY_LENGTH);
  const service = parameters.id('service');
  const institution = parameters.id('institution');
  parameters.lang();
  const start = parameters.cursor();
  const limit = parameters.limit();
  parameters.check();
  const key = `knowledge ${JSON.stringify([q, service, institution, start, limit])}`;
  const answer = answers.get(key, () => {
    const entries = (q ? search.find(q) : search.all()).filter(
      (entry) =>
        (service === undefined || namesService(model.contents, entry, service)) &&
        (institution === undefined || holdsFor(model.contents, entry, institution)),
    );
    return jsonRepresentation(pageOf(entries, ({ id }) => id, start, limit));
  });
  return send(c, answer, CACHE.list);
}

function namesService(contents: RegisterContents, entry: KnowledgeEntry, service: string): boolean {
  const wanted = contents.resolve('service', service);
  return (
    wanted !== undefined &&
    (entry.services ?? []).some((name) => contents.resolve('service', name) === wanted)
  );
}

/** An entry that names no institution holds everywhere. */
function holdsFor(contents: RegisterContents, entry: KnowledgeEntry, institution: string): boolean {
  if (entry.institutions === undefined) return true;
  const wanted = contents.resolve('organization', institution);
  return (
    wanted !== undefined &&
    entry.institutions.some((name) => contents.resolve('organization', name) === wanted)
  );
}

/** The words of all entries, gathered anew when one is asked for after a change. */
class KnowledgeSearch {
  readonly #model: ReadModel;
  #version = -1;
  #entries: readonly KnowledgeEntry[] = [];
  #words = new ChangingIndex();

  constructor(model: ReadModel) {
    this.#model = model;
  }

  /** By title. */
  all(): readonly KnowledgeEntry[] {
    return this.#model.contents
      .sorted('knowledge-entry')
      .map(({ record }) => record as unknown as KnowledgeEntry);
  }

  /** Best first. */
  find(q: string): readonly KnowledgeEntry[] {
    this.#gather();
    const ranked = this.#words.rank(q, new Uint8Array(this.#entries.length).fill(1));
    if (ranked === undefined) return this.#entries;
    return this.#entries
      .map((entry, document) => ({ entry, score: ranked.scores[document] ?? 0 }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .map(({ entry }) => entry);
  }

  #gather(): void {
    if (this.#version === this.#model.version) return;
    this.#version = this.#model.version;
    this.#entries = this.all();
    this.#words = new ChangingIndex(this.#model.contents.vocabulary.search);
    this.#entries.forEach((entry, document) => {
      this.#words.put(document, {
        titles: Object.values(entry.title),
        alternativeTitles: [],
        keywords: entry.keywords ?? [],
        summaries: Object.values(entry.answer).map(plainText),
      });
    });
  }
}
