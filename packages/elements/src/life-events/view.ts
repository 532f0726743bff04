/**
 * All life events, or the one that is open. A chunk of its own that travels at the same time as the
 * data, because of what it needs to draw registered text.
 */
import type { LifeEventList } from '@pvp/contract';
import type { LitElement } from 'lit';
import { addStyles } from '../styles/add-styles.ts';
import { richTextStyles } from '../styles/rich-text.styles.ts';
import type { UiLanguage } from '../translations/messages.ts';
import { eventOf, leadsOn } from './life-events-questions.ts';
import { localizedIn } from './localized.ts';
import { renderOverview } from './overview.ts';
import { situationTexts } from './situation/messages.ts';
import { renderAbsence, renderSituation, type SituationContext } from './situation/situation.ts';
import { situationStyles } from './situation/situation.styles.ts';

/** Fetches the labels of a language, and dresses the element. */
export async function prepareView(host: LitElement, lang: UiLanguage): Promise<void> {
  await situationTexts.prepare(lang);
  addStyles(host, richTextStyles);
  addStyles(host, situationStyles);
}

export type ViewContext = Omit<SituationContext, 'pick' | 'event'> & {
  list: LifeEventList;
  /** Id of the life event that is open. */
  opened: string | undefined;
};

export function renderView({ list, opened, ...context }: ViewContext): unknown {
  const { messages, scope, headingLevel, visit } = context;
  const pick = localizedIn(scope.lang, messages.lang);
  if (opened === undefined) {
    if (!list.items.some(leadsOn)) {
      return renderAbsence(situationTexts.of(messages.lang).none, context);
    }
    return renderOverview(list, {
      texts: messages,
      headingLevel,
      pick,
      counted: scope.institution.length === 1,
      hrefOf: (id) => visit.addressOf(id),
    });
  }
  return renderSituation(opened, { ...context, pick, event: eventOf(list, opened) });
}
