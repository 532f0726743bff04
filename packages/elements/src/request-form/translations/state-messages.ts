/** Texts of the state of a request. */
import type { RequestState, SupportLevel } from '@pvp/contract';
import type { Translations, UiLanguage } from '../../translations/messages.ts';
import { stateLv } from './state.lv.ts';

export interface StateMessages {
  lang: UiLanguage;
  loading: string;
  title: string;
  /** Before the number. */
  numbered: string;
  ask: string;
  number: string;
  numberHint: string;
  secret: string;
  secretHint: string;
  show: string;
  errorTitle: string;
  numberFault: string;
  secretFault: string;
  unknown: string;
  gone: string;
  failed: string;
  busy: string;
  retry: string;
  refresh: string;
  refreshed(state: string): string;
  states: Record<RequestState, string>;
  /** What the state means for the person, in a sentence. */
  meaning: Record<RequestState, string>;
  /** Who is at work on it. */
  level: Record<SupportLevel, string>;
  answer: string;
  history: string;
  text: string;
  textElsewhere: string;
  files: string;
  received(at: string): string;
  another: string;
}

export const stateMessages: Translations<StateMessages> = {
  lv: stateLv,
  en: async () => (await import('./state.en.ts')).stateEn,
  ru: async () => (await import('./state.ru.ts')).stateRu,
};
