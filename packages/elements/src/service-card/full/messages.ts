/** Labels of the full description. They travel in its own chunk, one language at a time. */
import type { IdentificationLevel, TextSection, Weekday } from '@pvp/contract';
import { LazyTexts } from '../../translations/lazy-texts.ts';
import { fullLv } from './messages.lv.ts';

export interface FullMessages {
  heading: Record<
    | 'request'
    | 'costs'
    | 'channels'
    | 'steps'
    | 'forms'
    | 'evidence'
    | 'result'
    | 'legal'
    | 'related'
    | 'topics'
    | 'instances'
    | 'support',
    string
  >;
  topics: Record<'life-event' | 'need' | 'service-group', string>;
  section: Record<TextSection['role'], string>;
  cost: string;
  term: string;
  recipients: string;
  identification: string;
  more: string;
  /** The request button. */
  request: string;
  landsOn(place: string): string;
  needsIdentification: Record<IdentificationLevel, string>;
  level: Record<IdentificationLevel, string>;
  signature: string;
  costHere(price: string): string;
  otherWays: string;
  payment: Record<'online' | 'on-site' | 'invoice', string>;
  inStep: string;
  way: string;
  price: string;
  note: string;
  anyWay: string;
  days: Record<Weekday, string>;
  closed: string;
  openUntil(time: string): string;
  opensAt(time: string): string;
  closedNow: string;
  byAppointment: string;
  exceptions: string;
  season(from: string, until: string): string;
  step(number: number): string;
  stepDocuments: string;
  stepChannels: string;
  /** When a disturbance is to end. */
  expectedUntil(at: string): string;
  expired(day: string): string;
  validFrom(day: string): string;
  homepage: string;
  spoken: string;
  /** Names of languages, in the locative: “pieejams latviešu, angļu valodā”. */
  languages: Record<string, string>;
  source: string;
  number: string;
  changed: string;
  checkedLabel: string;
  /** When this page loaded it. */
  fetched: string;
  sample: string;
  machine: string;
  /** The description does not exist in the reader's language; the name of the one shown. */
  notInLanguage(shown: string): string;
}

export const fullTexts = new LazyTexts<FullMessages>(fullLv, {
  en: async () => (await import('./messages.en.ts')).fullEn,
  ru: async () => (await import('./messages.ru.ts')).fullRu,
});
