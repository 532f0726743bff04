/** Texts that every element has at hand. One typed object per language; Latvian comes first. */
import type { CardCost, CardTerm, ChannelKind, Recipient } from '@pvp/contract';
import { lv } from './lv.ts';

/** Languages that labels are written in. */
export type UiLanguage = 'lv' | 'en' | 'ru';

export interface Messages {
  lang: UiLanguage;
  loading: string;
  suspended: string;
  machine: string;
  openFull: string;
  recipients: Record<Recipient, string>;
  channels: Record<ChannelKind, string>;
  cost(cost: CardCost): string;
  /** Empty where nothing is told. */
  term(term: CardTerm): string;
}

/** Texts of one language, there or to be fetched. `lv` is always there. */
export interface Translations<T> {
  lv: T;
  en: () => Promise<T>;
  ru: () => Promise<T>;
}

export const messages: Translations<Messages> = {
  lv,
  en: async () => (await import('./en.ts')).en,
  ru: async () => (await import('./ru.ts')).ru,
};
