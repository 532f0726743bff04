/** Texts that every element has at hand. One typed object per language; Latvian comes first. */
import type { CardCost, CardTerm, ChannelKind, Recipient, ResourceState } from '@pvp/contract';
import { lv } from './lv.ts';

/** Languages that labels are written in. */
export type UiLanguage = 'lv' | 'en';

export interface Messages {
  lang: UiLanguage;
  loading: string;
  retry: string;
  toRegister: string;
  failed: string;
  notFound: string;
  gone: string;
  /** Before the link to the service that took the place of a retired one. */
  successor: string;
  suspended: string;
  machine: string;
  openFull: string;
  /** A description that was found under the id of a former service. */
  merged(title: string): string;
  stale(at: string): string;
  offline(at: string): string;
  recipients: Record<Recipient, string>;
  channels: Record<ChannelKind, string>;
  outage: Partial<Record<ResourceState, string>>;
  cost(cost: CardCost): string;
  /** Empty where nothing is told. */
  term(term: CardTerm): string;
  /** Day and time in Latvia. */
  dateTime(instant: string): string;
}

/** Texts of one language, there or to be fetched. `lv` is always there. */
export interface Translations<T> {
  lv: T;
  en: () => Promise<T>;
}

export const messages: Translations<Messages> = {
  lv,
  en: async () => (await import('./en.ts')).en,
};
