/** Texts of a life event that is open. */
import { LazyTexts } from '../../translations/lazy-texts.ts';
import { lv } from './messages.lv.ts';

export interface SituationMessages {
  /** Back to all life events. */
  all: string;
  /** From a service back to the life event. */
  back: string;
  needs: string;
  /** Services that belong to the life event and to none of its needs. */
  others: string;
  noServices: string;
  showAll(count: number): string;
  institutions(count: number): string;
  unknown: string;
  source: string;
  changed(day: string): string;
  /** Some of the text is in Latvian in place of the language asked for. */
  partlyInLanguage: string;
  /** No life event leads to a service. */
  none: string;
}

export const situationTexts = new LazyTexts<SituationMessages>(lv, {
  en: async () => (await import('./messages.en.ts')).en,
  ru: async () => (await import('./messages.ru.ts')).ru,
});
