import type { LitElement } from 'lit';
import type { CatalogueMessages } from '../translations/catalogue-messages.ts';
import type { CatalogueFocus } from './catalogue-focus.ts';
import type { Settings } from './catalogue-settings.ts';
import type { CatalogueVisit } from './catalogue-visit.ts';

/** What the parts of a catalogue draw from that travel apart from it. */
export interface CatalogueParts {
  host: LitElement & {
    headingLevel: string | undefined;
    contentLang: string | undefined;
    serviceHref: string | undefined;
    live: boolean;
    institution: string | undefined;
    profile: string | undefined;
    deepLinks: boolean;
  };
  visit: CatalogueVisit;
  focus: CatalogueFocus;
  settings: Settings;
  messages: CatalogueMessages;
  /** Address of a service, with `{id}` in place of its id. */
  hrefTemplate: string;
}
