/** What the panel says. It travels with the panel, one language at a time. */
import type { SupportDuty, SupportMeans } from '@pvp/contract';
import type { NowMessages } from '../../hours/hours-messages.ts';
import { LazyTexts } from '../../translations/lazy-texts.ts';
import { panelLv } from './messages.lv.ts';

/** The steps of support, in the order in which they stand. */
export type Step = 'ask' | 'remote' | 'inPerson' | 'expert';

export interface PanelMessages extends NowMessages {
  situations(names: string): string;
  step: Record<Step, string>;
  /** Nobody helps in this way; before the button that leads on. */
  nobody: Record<'remote' | 'inPerson', string>;
  goTo(step: string): string;
  question: string;
  search: string;
  searching: string;
  /** Before what people ask most. */
  often: string;
  answersFailed: string;
  selfHelp: string;
  /** What the link of a place says, by its means; `visit` for any other. */
  open: Partial<Record<SupportMeans, string>>;
  book: string;
  callCost: string;
  spoken(languages: string): string;
  /** Names of languages that the browser may not know, in the form that `spoken` needs. */
  languages: Record<string, string>;
  relay: string;
  signLanguage: string;
  accessibility: string;
  equipment: string;
  details: string;
  expertPlace: string;
  helpsWith(duties: string): string;
  /** As `helpsWith` needs them. */
  duty: Record<SupportDuty, string>;
  /** Before the request form. */
  expertIntro: string;
  expertElsewhere: string;
  writeRequest: string;
  back: string;
  loading: string;
  /** What is asked for is unknown, and the support of somebody else is shown. */
  stoodIn: string;
}

export const panelTexts = new LazyTexts<PanelMessages>(panelLv, {
  en: async () => (await import('./messages.en.ts')).panelEn,
  ru: async () => (await import('./messages.ru.ts')).panelRu,
});
