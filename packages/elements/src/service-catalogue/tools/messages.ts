/** Texts of the tools around a list. They travel in the chunk of the tools, one language at a time. */
import type { ServiceSort } from '@pvp/contract';
import { LazyTexts } from '../../translations/lazy-texts.ts';
import type { Facet } from '../../translations/catalogue-messages.ts';
import { lv } from './messages.lv.ts';

export interface ToolsMessages {
  clearSearch: string;
  /** Leads to the life events. */
  byLifeEvent: string;
  filters: string;
  /** Stands in place of filters where there are none. */
  noFilters: string;
  facets: Record<Facet, string>;
  free: string;
  paid: string;
  showAll(count: number): string;
  activeFilters: string;
  clearAll: string;
  remove(filter: string): string;
  sort: string;
  sorts: Record<ServiceSort, string>;
  layout: string;
  list: string;
  grid: string;
  /** Some descriptions are in another language than the one asked for. */
  foreign: string;
  more: string;
  /** How many of the rows stand there. */
  shown(shown: number, total: number): string;
}

export const toolsTexts = new LazyTexts<ToolsMessages>(lv, {
  en: async () => (await import('./messages.en.ts')).en,
  ru: async () => (await import('./messages.ru.ts')).ru,
});
