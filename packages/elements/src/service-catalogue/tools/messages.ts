/** Texts of the tools around a list. They travel in the chunk of the tools, one language at a time. */
import { LazyTexts } from '../../translations/lazy-texts.ts';
import type { Facet } from '../../translations/catalogue-messages.ts';
import { lv } from './messages.lv.ts';

export interface ToolsMessages {
  filters: string;
  facets: Record<Facet, string>;
  free: string;
  paid: string;
  showAll(count: number): string;
  activeFilters: string;
  clearAll: string;
  remove(filter: string): string;
}

export const toolsTexts = new LazyTexts<ToolsMessages>(lv, {
  en: async () => (await import('./messages.en.ts')).en,
  ru: async () => (await import('./messages.ru.ts')).ru,
});
