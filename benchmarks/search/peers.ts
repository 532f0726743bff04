/** Engines beside ours: as they come, and with our stems and the settings that suit them best. */
import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import { wordOf, wordsOf } from '@pvp/sdk/search';
import { Document as FlexDocument, Encoder } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import type { Document } from './catalogues.ts';
import type { Search } from './measures.ts';

export const FIELDS = [
  'titles',
  'alternativeTitles',
  'keywords',
  'summaries',
  'objects',
] as const satisfies readonly (keyof Document)[];
const BOOST = { titles: 10, alternativeTitles: 8, keywords: 5, summaries: 2, objects: 3 };

/** An engine with its index. */
export interface Filled {
  search: Search;
  /** The index as it would be sent. */
  serialised(): string;
}

export type Peer = (documents: readonly Document[]) => Filled | Promise<Filled>;

export const PEERS: Readonly<Record<string, Peer>> = {
  MiniSearch: (documents) => miniSearch(documents, false),
  FlexSearch: (documents) => flexSearch(documents, false),
  Orama: (documents) => orama(documents, false),
  Lunr: (documents) => lunrIndex(documents, false),
  'MiniSearch, our stems': (documents) => miniSearch(documents, true),
  'FlexSearch, our stems': (documents) => flexSearch(documents, true),
  'Orama, our stems': (documents) => orama(documents, true),
  'Lunr, our stems': (documents) => lunrIndex(documents, true),
};

/** Stems of the words that say something; of all where none does. */
function stemsOf(text: string): string[] {
  const words = wordsOf(text).map(wordOf);
  const telling = words.filter(({ weight }) => weight > 0);
  return (telling.length > 0 ? telling : words).map(({ stem }) => stem);
}

function miniSearch(documents: readonly Document[], stems: boolean): Filled {
  const index = new MiniSearch<Document>({
    fields: [...FIELDS],
    ...(stems && { tokenize: stemsOf, processTerm: (term) => term }),
  });
  index.addAll(documents);
  return {
    serialised: () => JSON.stringify(index),
    search(q) {
      if (!stems) return index.search(q).map(({ id }) => id as string);
      // All words first; where too little has all of them, any.
      const settings = {
        boost: BOOST,
        prefix: (_: string, nth: number, terms: string[]) => nth === terms.length - 1,
        fuzzy: (term: string) => (term.length > 3 ? 0.2 : false),
        maxFuzzy: 2,
      };
      const strict = index.search(q, { ...settings, combineWith: 'AND' });
      const all = strict.length >= 10 ? strict : [...strict, ...index.search(q, settings)];
      return [...new Set(all.map(({ id }) => id as string))];
    },
  };
}

function flexSearch(documents: readonly Document[], stems: boolean): Filled {
  const encoder = new Encoder(
    stems
      ? { normalize: false, dedupe: false, prepare: (text: string) => stemsOf(text).join(' ') }
      : {},
  );
  const index = new FlexDocument({
    document: { id: 'id', index: [...FIELDS] },
    ...(stems && { tokenize: 'forward', encoder, resolution: 9 }),
  });
  for (const document of documents) index.add({ ...document });
  return {
    serialised() {
      const parts: Record<string, unknown> = {};
      void index.export((key, data) => void (parts[key] = data));
      return JSON.stringify(parts);
    },
    search(q) {
      // By field, the weightiest first.
      const strict = index.search(q, { limit: 10 });
      const all = stems ? [...strict, ...index.search(q, { limit: 10, suggest: true })] : strict;
      return [...new Set(all.flatMap(({ result }) => result as string[]))];
    },
  };
}

async function orama(documents: readonly Document[], stems: boolean): Promise<Filled> {
  const schema = Object.fromEntries(FIELDS.map((field) => [field, 'string' as const]));
  const tokenizer = { language: 'latvian', normalizationCache: new Map(), tokenize: stemsOf };
  const index = create({
    schema,
    ...(stems && { components: { tokenizer } }),
  });
  await insertMultiple(index, [...documents], 500);
  return {
    // What its plugin for files writes is a form of this.
    serialised: () => JSON.stringify(index.index.save(index.data.index)),
    async search(q) {
      const settings = stems ? { boost: BOOST, tolerance: 1, threshold: 0.4 } : {};
      const { hits } = await searchOrama(index, { term: q, limit: 10, ...settings });
      return hits.map(({ id }) => id);
    },
  };
}

function lunrIndex(documents: readonly Document[], stems: boolean): Filled {
  const index = lunr(function () {
    if (stems) {
      this.pipeline.reset();
      this.searchPipeline.reset();
    }
    this.ref('id');
    for (const field of FIELDS) {
      this.field(field, stems ? { boost: BOOST[field] } : {});
    }
    for (const document of documents) {
      const stemmed = FIELDS.map((field) => [field, stemsOf(document[field]).join(' ')]);
      this.add(stems ? { id: document.id, ...Object.fromEntries(stemmed) } : document);
    }
  });
  return {
    serialised: () => JSON.stringify(index),
    search(q) {
      const hits = stems
        ? index.query((query) => {
            const terms = stemsOf(q);
            terms.forEach((term, nth) => {
              query.term(term, { boost: 10 });
              if (nth === terms.length - 1) {
                query.term(term, { boost: 4, wildcard: lunr.Query.wildcard.TRAILING });
              }
              if (term.length > 3) query.term(term, { boost: 1, editDistance: 1 });
            });
          })
        : index.search(q.replace(/[^\p{L}\p{N}\s]+/gu, ' '));
      return hits.map(({ ref }) => ref);
    },
  };
}
