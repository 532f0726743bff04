import { LazyTexts } from '../translations/lazy-texts.ts';
import type { WeekMessages } from './hours-messages.ts';
import { weekLv } from './week.lv.ts';

/** For parts that show hours day by day when somebody wants to see them. */
export const weekTexts = new LazyTexts<WeekMessages>(weekLv, {
  en: async () => (await import('./week.en.ts')).weekEn,
  ru: async () => (await import('./week.ru.ts')).weekRu,
});
