import type { ServiceCard } from '@pvp/contract';
import { fold, wordsOf } from '@pvp/sdk/search';

/** More than these seldom come first. */
const MOST = 12;

/**
 * What a question may be with one more letter: the words of the titles that it has found go on so. A
 * letter with a mark counts as it stands and without it, as many type it.
 */
export function nextQuestions(q: string, found: readonly Pick<ServiceCard, 'title'>[]): string[] {
  const begun = fold(q).split(' ').at(-1)!;
  const questions = new Set<string>();
  if (!begun) return [];
  for (const { title } of found) {
    if (questions.size >= MOST) break;
    for (const word of wordsOf(title)) {
      const folded = fold(word);
      const next = folded[begun.length];
      if (!next || !folded.startsWith(begun)) continue;
      questions.add(q + next);
      // Folding may make two letters of one.
      if (folded.length === word.length) questions.add(q + word[begun.length]!);
    }
  }
  return [...questions].slice(0, MOST);
}
