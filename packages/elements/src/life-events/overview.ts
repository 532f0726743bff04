import type { LifeEventAnswer, LifeEventList } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../templates/heading.ts';
import type { LifeEventsMessages } from '../translations/life-events-messages.ts';
import { leadsOn } from './life-events-questions.ts';
import type { Localized } from './localized.ts';

export interface OverviewContext {
  texts: LifeEventsMessages;
  headingLevel: number;
  pick: Localized;
  /** Tell to how many services each leads: true of one institution, whose services stand alone. */
  counted: boolean;
  hrefOf(id: string): string;
}

/** All life events that lead to something, each as a card. */
export function renderOverview({ items }: LifeEventList, context: OverviewContext): TemplateResult {
  return html`<ul class="situations" part="list" role="list">
    ${items.filter(leadsOn).map((event) => renderCard(event, context))}
  </ul>`;
}

function renderCard(event: LifeEventAnswer, context: OverviewContext): TemplateResult {
  const { texts, headingLevel, pick, counted, hrefOf } = context;
  const title = pick(event.title);
  const summary = pick(event.summary);
  return html`<li class="situation" part="life-event">
    ${heading(
      headingLevel,
      html`<a
        class="title"
        part="title"
        href=${hrefOf(event.id)}
        data-life-event=${event.id}
        lang=${title.lang}
        .textContent=${title.text}
      ></a>`,
    )}
    ${
      summary.text
        ? html`<p
            class="summary"
            part="summary"
            lang=${summary.lang}
            .textContent=${summary.text}
          ></p>`
        : nothing
    }
    ${
      counted
        ? html`<p class="byline" .textContent=${texts.services(event.derived.serviceCount)}></p>`
        : nothing
    }
  </li>`;
}
