import type { Declension, GrammaticalNumber, Noun } from './declension.ts';

/** A noun with its English gloss. */
export interface Word extends Noun {
  en: string;
  /** Words that stand before it and never change: “mājokļa” in “mājokļa uzturēšana”. */
  before?: string;
}

/** What the title is about. */
export interface Subject extends Word {
  number: GrammaticalNumber;
  /** Stem of a definite adjective that belongs to it: “dzīvojam” in “dzīvojamā māja”. */
  adjective?: string;
}

/** What narrows a subject: an adjective or participle, unchanging words, or both. */
export interface Qualifier {
  before?: string;
  /** Stem of an indefinite adjective or participle: “augoš”. */
  adjective?: string;
  en: string;
}

/** What the recipient gets, which decides verbs and accompanying papers. */
export type Outcome = 'permit' | 'benefit' | 'contract' | 'record' | 'access';

/** A field of services: every combination of its words is a possible title. */
export interface Field {
  id: string;
  title: { lv: string; en: string };
  group: string;
  outcome: Outcome;
  /** How often the field comes up, in proportion to how many titles it can make. */
  share: number;
  inter?: boolean;
  businesses?: boolean;
  qualifiers: readonly Qualifier[];
  subjects: readonly Subject[];
  processes: readonly Word[];
  results: readonly Word[];
  actions: readonly Word[];
}

/** A word by its dictionary form and declension. */
export function word(
  text: string,
  declension: Declension,
  en: string,
  extra: Partial<Word> = {},
): Word {
  return { word: text, declension, en, ...extra };
}

/** A subject in the singular. */
export const one = (
  text: string,
  declension: Declension,
  en: string,
  extra: Partial<Subject> = {},
) => ({
  ...word(text, declension, en),
  number: 'sg' as const,
  ...extra,
});
/** A subject in the plural. */
export const many = (
  text: string,
  declension: Declension,
  en: string,
  extra: Partial<Subject> = {},
) => ({
  ...one(text, declension, en, extra),
  number: 'pl' as const,
});

/** A verbal noun in -šana. */
export const deed = (text: string, en: string, before?: string): Word =>
  word(text, 4, en, before === undefined ? {} : { before });
/** A qualifier that agrees with the subject. */
export const adjective = (stem: string, en: string, before?: string): Qualifier =>
  before === undefined ? { adjective: stem, en } : { adjective: stem, en, before };
/** A qualifier that never changes. */
export const fixed = (before: string, en: string): Qualifier => ({ before, en });

// Results and actions that several fields have in common.
export const PERMITS = [
  word('atļauja', 4, 'permit'),
  word('saskaņojums', 1, 'approval'),
  word('apliecinājums', 1, 'confirmation'),
];
export const CONTRACTS = [
  word('līgums', 1, 'contract'),
  word('priekšlīgums', 1, 'preliminary contract'),
];
export const PERMIT_ACTIONS = [
  deed('izsniegšana', 'issue'),
  deed('pagarināšana', 'extension'),
  deed('grozīšana', 'amendment'),
  deed('anulēšana', 'cancellation'),
  deed('atjaunošana', 'renewal'),
];
export const CONTRACT_ACTIONS = [
  deed('noslēgšana', 'conclusion'),
  deed('pagarināšana', 'extension'),
  deed('grozīšana', 'amendment'),
  deed('izbeigšana', 'termination'),
  deed('pārskatīšana', 'review'),
];
export const BENEFIT_ACTIONS = [
  deed('piešķiršana', 'grant'),
  deed('pārrēķināšana', 'recalculation'),
  deed('izmaksāšana', 'payment'),
  deed('atjaunošana', 'renewal'),
  deed('pārtraukšana', 'termination'),
];
