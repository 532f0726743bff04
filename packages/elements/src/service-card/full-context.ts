/**
 * What the card hands to the templates of the full description, which arrive as a chunk of their
 * own.
 *
 * The element itself draws the frame: the title (a heading of `headingLevel`), the institution, the
 * notices (stale, offline, merged, suspended, outage) and the states without a description.
 * `renderFull` draws everything below them; headings of its sections are one level deeper.
 */
import type { Freshness, ServiceSource } from '@pvp/sdk/source';
import type { LitElement } from 'lit';
import type { Messages } from '../translations/messages.ts';

/** Blocks of the full description, in the order in which they stand. */
export const SECTIONS = [
  'institutions',
  'summary',
  'questions',
  'request',
  'facts',
  'cost',
  'term',
  'channels',
  'steps',
  'documents',
  'result',
  'notes',
  'legal',
  'related',
  'support',
  'provenance',
] as const;

export type Section = (typeof SECTIONS)[number];

/** What the element itself has at hand. */
export interface FullContext {
  /** The element: what has to be drawn anew where something changes. */
  host: LitElement & {
    contentLang: string | undefined;
    /** As the element's attribute `verify`. */
    verify: string | null | undefined;
  };
  /** Labels that the card has in any case: lists, prices, terms. */
  messages: Messages;
  /** Preferred language of the description (BCP 47 primary subtag); Latvian stands in. */
  contentLang: string;
  /** Level of the title's heading, 2–6. Headings of sections are one deeper. */
  headingLevel: number;
  /** Show these blocks only. Absent: all of them. */
  sections: ReadonlySet<Section> | undefined;
  /** Address under which the page shows another service; undefined where it shows none. */
  hrefOf(id: string): string | undefined;
  source: ServiceSource;
  freshness: Freshness;
  internals: ElementInternals;
  /** Reads a sentence out. */
  say(text: string): void;
}
