/** What is said where nothing was found. */
import { LazyTexts } from '../../translations/lazy-texts.ts';
import { lv } from './messages.lv.ts';

export interface NoMatchesMessages {
  title: string;
  /** By what was asked with: words, filters, or both. */
  advice: Record<'words' | 'filters' | 'both', string>;
  clearAll: string;
  /** Keeps the words and takes the filters back; how many services that would find. */
  withoutFilters(count: number): string;
  /** Another spelling, which finds something. */
  meant(q: string): string;
  nearest: string;
  /** How many the whole register has for the same words. */
  everywhere(count: number): string;
  toRegister: string;
  /** Opens the support widget of the page. */
  ask: string;
  help: string;
}

export const noMatchesTexts = new LazyTexts<NoMatchesMessages>(lv, {
  en: async () => (await import('./messages.en.ts')).en,
  ru: async () => (await import('./messages.ru.ts')).ru,
});
