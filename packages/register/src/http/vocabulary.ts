/** `GET /v1/vocabulary`. */
import type { VocabularyAnswer, VocabularyEntry } from '@pvp/contract';
import { compactVocabulary } from '@pvp/sdk/vocabulary';
import type { VocabularyContents } from '../vocabulary/vocabulary-contents.ts';
import { Parameters } from './parameters.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, Representation, send } from './reply.ts';

const FORMS = ['entries', 'compact'] as const;
/** It is asked for by every page that searches and changes once in a long while. */
const BROTLI_QUALITY = 11;
const MAX_KEPT = 20;

export function addVocabularyEndpoint(app: RegisterApp, context: RegisterContext): void {
  const answers = new VocabularyAnswers();
  endpoint(app, '/v1/vocabulary', { GET: (c) => getVocabulary(c, context, answers) });
}

function getVocabulary(c: RequestContext, { model }: RegisterContext, answers: VocabularyAnswers) {
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const languages = parameters.languages('lang')?.sort();
  const form = parameters.among('form', FORMS) ?? 'entries';
  parameters.check();
  return send(c, answers.get(model.contents.vocabulary, form, languages), CACHE.document);
}

/** Kept as long as the words are the same, whatever else changes in the register. */
class VocabularyAnswers {
  readonly #kept = new Map<string, Representation>();
  #version = '';

  get(
    vocabulary: VocabularyContents,
    form: (typeof FORMS)[number],
    languages: readonly string[] | undefined,
  ): Representation {
    const { version } = vocabulary;
    const entries = vocabulary.entries();
    if (version !== this.#version || this.#kept.size >= MAX_KEPT) this.#kept.clear();
    this.#version = version;
    const key = `${form} ${languages?.join() ?? ''}`;
    const known = this.#kept.get(key);
    if (known) return known;
    const answer: VocabularyAnswer =
      form === 'compact'
        ? { version, compact: compactVocabulary(entries, languages) }
        : { version, items: languages ? inLanguages(entries, languages) : [...entries] };
    const made = new Representation(JSON.stringify(answer), 'application/json', {
      quality: BROTLI_QUALITY,
    });
    this.#kept.set(key, made);
    return made;
  }
}

function inLanguages(
  entries: readonly VocabularyEntry[],
  languages: readonly string[],
): VocabularyEntry[] {
  return entries.flatMap((entry) => {
    const terms = Object.entries(entry.terms).filter(([lang]) => languages.includes(lang));
    return terms.length > 0 ? [{ ...entry, terms: Object.fromEntries(terms) }] : [];
  });
}
