import { LazyTexts } from '../../../translations/lazy-texts.ts';
import { troubleLv } from './trouble.lv.ts';

/** What is said where something cannot be shown. */
export interface TroubleMessages {
  failed: string;
  callInstead: string;
  retry: string;
  toRegister: string;
  /** Instead of the request form. */
  requestFailed: string;
}

export const troubleTexts = new LazyTexts<TroubleMessages>(troubleLv, {
  en: async () => (await import('./trouble.en.ts')).troubleEn,
  ru: async () => (await import('./trouble.ru.ts')).troubleRu,
});
