/** Texts of the ways back: out of a filter, out of an opened service. They come with those parts. */
import type { UiLanguage } from './messages.ts';

export interface WayBackMessages {
  activeFilters: string;
  clearAll: string;
  back: string;
  remove(filter: string): string;
}

export const wayBackMessages: Record<UiLanguage, WayBackMessages> = {
  lv: {
    activeFilters: 'Izvēlētie filtri',
    clearAll: 'Notīrīt visu',
    back: 'Atpakaļ uz sarakstu',
    remove: (filter) => `Noņemt filtru: ${filter}`,
  },
  en: {
    activeFilters: 'Selected filters',
    clearAll: 'Clear all',
    back: 'Back to the list',
    remove: (filter) => `Remove the filter: ${filter}`,
  },
};
