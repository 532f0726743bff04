import type { SupportDuty } from '@pvp/contract';
import { LazyTexts } from '../../../translations/lazy-texts.ts';
import { dutiesLv } from './duties.lv.ts';

/** What is said of the five kinds of support that are owed everywhere. */
export interface DutiesMessages {
  title: string;
  /** For whom the support is told, and in whose name. */
  intro: Record<'service' | 'institution' | 'country', string>;
  /** In the order in which they stand. */
  duty: Record<SupportDuty, { title: string; about: string }>;
  lifeEvents: string;
  needs: string;
  /** After the name of a place: for this one service, or for everybody. */
  only: string;
  everywhere: string;
  /** Before the names of the organizations that help at a place. */
  together: string;
  nobody: string;
}

export const dutiesTexts = new LazyTexts<DutiesMessages>(dutiesLv, {
  en: async () => (await import('./duties.en.ts')).dutiesEn,
  ru: async () => (await import('./duties.ru.ts')).dutiesRu,
});
