/** What is said of answers. It travels with them, one language at a time. */
import type { AnswerSection } from '@pvp/contract';
import { LazyTexts } from '../../../translations/lazy-texts.ts';
import { answersLv } from './messages.lv.ts';

export interface AnswersMessages {
  found(count: number): string;
  none: string;
  /** Nothing is known that people ask most. */
  nobodyAsked: string;
  askInWriting: string;
  whole: string;
  source: string;
  knowledgeBase: string;
  description: string;
  section: Record<AnswerSection, string>;
}

export const answersTexts = new LazyTexts<AnswersMessages>(answersLv, {
  en: async () => (await import('./messages.en.ts')).answersEn,
  ru: async () => (await import('./messages.ru.ts')).answersRu,
});
