/** Texts of the states without an answer, and of answers that are not quite what was asked for. */
import type { ResourceState } from '@pvp/contract';
import { LazyTexts } from '../translations/lazy-texts.ts';
import { lv } from './messages.lv.ts';

export interface ExceptionalMessages {
  retry: string;
  toRegister: string;
  failed: string;
  notFound: string;
  gone: string;
  /** Before the link to the service that took the place of a retired one. */
  successor: string;
  /** A description that was found under the id of a former service. */
  merged(title: string): string;
  /** The name of the language that the text is in. */
  notInLanguage(shown: string): string;
  /** Names of languages, as they stand in that sentence. */
  languages: Record<string, string>;
  stale(at: string): string;
  offline(at: string): string;
  outage: Partial<Record<ResourceState, string>>;
}

export const exceptionalTexts = new LazyTexts<ExceptionalMessages>(lv, {
  en: async () => (await import('./messages.en.ts')).en,
  ru: async () => (await import('./messages.ru.ts')).ru,
});
