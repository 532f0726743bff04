/** Texts of the question whether a description was useful. */
import type { Translations } from '../translations/messages.ts';
import { feedbackLv } from './messages.lv.ts';

export interface FeedbackMessages {
  question: string;
  yes: string;
  no: string;
  thanks: string;
  suggestion: string;
  /** That nobody can answer, and what not to write. */
  hint: string;
  send: string;
  sent: string;
  tooLong(most: number): string;
  empty: string;
  failed: string;
}

export const feedbackMessages: Translations<FeedbackMessages> = {
  lv: feedbackLv,
  en: async () => (await import('./messages.en.ts')).feedbackEn,
  ru: async () => (await import('./messages.ru.ts')).feedbackRu,
};
