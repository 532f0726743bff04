import { declineAdjective, declineNoun, genderOf } from './declension.ts';
import type { Case } from './declension.ts';
import type { Field, Qualifier, Subject, Word } from './lexicon.ts';
import { permuted } from './random.ts';

/** The five words that make a title, e.g. “koka” “ciršanas” “atļaujas” “izsniegšana”. */
export interface TitleWords {
  field: Field;
  qualifier: Qualifier;
  subject: Subject;
  process: Word;
  result: Word;
  action: Word;
}

export function combinations(field: Field): number {
  const { qualifiers, subjects, processes, results, actions } = field;
  return qualifiers.length * subjects.length * processes.length * results.length * actions.length;
}

/** The `n`-th title of a field; repeats only after `combinations(field)` of them. */
export function titleWords(field: Field, n: number, seed: number): TitleWords {
  let rest = permuted(n, combinations(field), seed);
  const take = <T>(from: readonly T[]): T => {
    const chosen = from[rest % from.length] as T;
    rest = Math.floor(rest / from.length);
    return chosen;
  };
  // The order matters for a reader of neighbouring titles: the subject changes fastest.
  const subject = take(field.subjects);
  const qualifier = take(field.qualifiers);
  const process = take(field.processes);
  const action = take(field.actions);
  const result = take(field.results);
  return { field, qualifier, subject, process, result, action };
}

/** A word in one case, with the unchanging words before it. */
export function inCase(word: Word, form: Case): string {
  return join(word.before, declineNoun(word, form));
}

/** “ārpus meža augoša koka ciršana”, with the process in the case asked for. */
export function matter({ qualifier, subject, process }: TitleWords, form: Case): string {
  const agreement = { gender: genderOf(subject), number: subject.number };
  return join(
    qualifier.before,
    qualifier.adjective && declineAdjective(qualifier.adjective, 'gen', agreement),
    subject.adjective &&
      declineAdjective(subject.adjective, 'gen', { ...agreement, definite: true }),
    subject.before,
    declineNoun(subject, 'gen', subject.number),
    inCase(process, form),
  );
}

/** “ārpus meža augoša koka ciršanas atļaujas izsniegšana”, the last word in the case asked for. */
export function titlePhrase(words: TitleWords, form: Case): string {
  return join(matter(words, 'gen'), inCase(words.result, 'gen'), inCase(words.action, form));
}

/** “Issue of a permit: felling – tree (growing outside a forest)”, a plain gloss. */
export function englishTitle({ qualifier, subject, process, result, action }: TitleWords): string {
  const article = /^[aeio]/.test(result.en) ? 'an' : 'a';
  const counted = /^(support|relief|compensation|co-financing|access|permission)$/.test(result.en);
  const what = counted ? result.en : `${article} ${result.en}`;
  return `${capitalise(action.en)} of ${what}: ${process.en} – ${subject.en} (${qualifier.en})`;
}

export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function join(...words: (string | undefined)[]): string {
  return words.filter(Boolean).join(' ');
}
