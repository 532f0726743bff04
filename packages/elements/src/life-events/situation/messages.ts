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
  notInLanguage: string;
}

export const situationTexts = new LazyTexts<SituationMessages>(lv, {
  en: async () => (await import('./messages.en.ts')).en,
  ru: async () => (await import('./messages.ru.ts')).ru,
});
