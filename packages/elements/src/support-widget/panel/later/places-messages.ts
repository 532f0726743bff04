import { LazyTexts } from '../../../translations/lazy-texts.ts';
import { manyPlacesLv } from './places.lv.ts';

/** What is said where there are many places. */
export interface ManyPlacesMessages {
  filter: string;
  shown(count: number): string;
  none: string;
  all: string;
}

export const manyPlacesTexts = new LazyTexts<ManyPlacesMessages>(manyPlacesLv, {
  en: async () => (await import('./places.en.ts')).manyPlacesEn,
  ru: async () => (await import('./places.ru.ts')).manyPlacesRu,
});
