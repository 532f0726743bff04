/** Labels of the full description. They travel in its own chunk, one language at a time. */
import type { IdentificationLevel, TextSection } from '@pvp/contract';
import type { PublicHoliday } from '../../format/public-holidays.ts';
import type { HoursMessages } from '../../hours/hours-messages.ts';
import { LazyTexts } from '../../translations/lazy-texts.ts';
import { fullLv } from './messages.lv.ts';
import type { Verdict } from './verification.ts';

export interface FullMessages extends HoursMessages {
  holidays: Record<PublicHoliday, string>;
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
    | 'support',
    string
  >;
  topics: Record<'life-event' | 'need' | 'service-group', string>;
  section: Record<TextSection['role'], string>;
  cost: string;
  /** The price differs by way of receiving, and otherwise. */
  costVaries: string;
  costDiffers: string;
  term: string;
  recipients: string;
  providers: string;
  identification: string;
  more: string;
  /** Before other titles. */
  alsoCalled: string;
  notYetValid(day: string): string;
  noLongerValid(day: string): string;
  /** A service in several institutions. */
  unified(count: number): string;
  chooseInstitution: string;
  showInstance: string;
  questions: {
    title: string;
    privacy: string;
    recipient: string;
    situation: string;
    /** None of the situations. */
    none: string;
    /** How many parts do not apply; maybe none. */
    hidden(count: number): string;
    showAll: string;
  };
  onlyFor(recipients: string): string;
  onlyIf(situations: string): string;
  /** The request button. */
  request: string;
  /** Above what happens after it is pressed. */
  next: string;
  landsOn(place: string): string;
  needsIdentification: Record<IdentificationLevel, string>;
  level: Record<IdentificationLevel, string>;
  /** By what one is identified; empty where by nothing. */
  identificationMeans: Record<IdentificationLevel, string>;
  signature: string;
  costHere(price: string): string;
  otherWays: string;
  /** Ways to request that are no address; besides those that are, or alone. */
  elsewhere(besides: boolean): string;
  placesBelow: string;
  payment: Record<'online' | 'on-site' | 'invoice', string>;
  inStep: string;
  way: string;
  price: string;
  note: string;
  anyWay: string;
  step(number: number): string;
  stepDocuments: string;
  stepChannels: string;
  /** When a disturbance is to end. */
  expectedUntil(at: string): string;
  expired(day: string): string;
  validFrom(day: string): string;
  /** Opens the support widget, or leads to the institution. */
  askForHelp: string;
  homepage: string;
  spoken: string;
  /** Names of languages, in the locative: “pieejams latviešu, angļu valodā”. */
  languages: Record<string, string>;
  suspendedShort: string;
  source: string;
  number: string;
  formerNumber: string;
  changed: string;
  checkedLabel: string;
  /** When this page loaded it. */
  fetched: string;
  sample: string;
  machine: string;
  verdict: Record<Verdict, string>;
  /** Asks for the check of the signature. */
  confirm: string;
  printed(at: string, address: string): string;
  partlyInLanguage: string;
  /** The description does not exist in the reader's language; the name of the one shown. */
  notInLanguage(shown: string): string;
}

export const fullTexts = new LazyTexts<FullMessages>(fullLv, {
  en: async () => (await import('./messages.en.ts')).fullEn,
  ru: async () => (await import('./messages.ru.ts')).fullRu,
});
