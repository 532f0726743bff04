/** Texts of the life events, beside those that every element has. */
import { lv } from './life-events.lv.ts';
import type { Messages, Translations } from './messages.ts';

export interface LifeEventsMessages extends Messages {
  results: string;
  count(total: number): string;
  /** To how many services a life event leads. */
  services(total: number): string;
}

export const lifeEventsMessages: Translations<LifeEventsMessages> = {
  lv,
  en: async () => (await import('./life-events.en.ts')).en,
  ru: async () => (await import('./life-events.ru.ts')).ru,
};
