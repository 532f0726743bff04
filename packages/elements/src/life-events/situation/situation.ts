/** One life event: the explanatory text, then what people need in it, each with its services. */
import type { LifeEventAnswer, ServiceCard, ServiceList } from '@pvp/contract';
import type { LifeEventSource } from '@pvp/sdk/source';
import { pickLanguage, primaryLanguage } from '@pvp/sdk/model';
import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { LazyPart } from '../../controllers/lazy-part.ts';
import type { ServiceOpenedDetail } from '../../events.ts';
import type { ExceptionalStates } from '../../exceptional-states/exceptional-part.ts';
import { formatDay } from '../../format/day.ts';
import { renderRichText } from '../../rich-text/rich-text.ts';
import { heading } from '../../templates/heading.ts';
import { drawIcon } from '../../templates/icon.ts';
import * as summary from '../../templates/service-summary.ts';
import type { LifeEventsMessages } from '../../translations/life-events-messages.ts';
import type { LifeEventsScope } from '../life-events-questions.ts';
import type { LifeEventsVisit } from '../life-events-visit.ts';
import type { Localized } from '../localized.ts';
import { situationTexts, type SituationMessages } from './messages.ts';

const BACK = 'M20 12H5M11 5l-7 7 7 7';
/** So many services of a need are shown at once; one more is not worth a button. */
const SHOWN = 5;

export interface SituationContext {
  host: LitElement & {
    lifeEvent: string | undefined;
    serviceHref: string | undefined;
    contentLang: string | undefined;
    live: boolean;
  };
  visit: LifeEventsVisit;
  messages: LifeEventsMessages;
  headingLevel: number;
  pick: Localized;
  exceptional: LazyPart<ExceptionalStates>;
  source: LifeEventSource;
  scope: LifeEventsScope;
  /** Absent: there is no such life event. */
  event: LifeEventAnswer | undefined;
  /** Cards of all its services; absent until they are there. */
  services: ServiceList | undefined;
  /** What is said where they cannot be had. */
  failure: unknown;
}

/** Needs whose services are all shown, by life event and need. */
const unfolded = new WeakMap<LitElement, Set<string>>();

export function renderSituation(id: string, context: SituationContext): unknown {
  const { visit, host, messages } = context;
  const texts = situationTexts.of(messages.lang);
  if (visit.service) return renderService(visit.service, texts, context);
  const { event } = context;
  // The page is about this one alone: there are no others to go back to.
  const back = host.lifeEvent === id ? nothing : backButton(texts.all, () => visit.open(undefined));
  if (!event) return [back, renderAbsence(texts.unknown, context)];
  const { headingLevel, pick } = context;
  const title = pick(event.title);
  const lead = pick(event.summary);
  return html`${back}
    <article class="open" part="situation">
      ${heading(
        headingLevel,
        html`<span
          class="title"
          part="title"
          lang=${title.lang}
          .textContent=${title.text}
        ></span>`,
      )}
      ${renderLanguageNote(event, texts, context)}
      ${lead.text ? html`<p class="lead" part="summary" lang=${lead.lang} .textContent=${lead.text}></p>` : nothing}
      ${renderText(event, context)} ${renderNeeds(event, texts, context)}
      <footer class="byline">
        <span .textContent=${texts.source}></span>
        ${
          event.changedAt
            ? html`<span
                .textContent=${texts.changed(formatDay(messages.lang, event.changedAt))}
              ></span>`
            : nothing
        }
      </footer>
    </article>`;
}

/** Why there is nothing to show, where the page has no words of its own for that. */
export function renderAbsence(
  sentence: string,
  { host, exceptional, messages, source }: Omit<SituationContext, 'pick' | 'event'>,
): unknown {
  const part = exceptional.get(messages.lang);
  return part && !part.hasFallback(host)
    ? part.renderLack(sentence, source.register, messages)
    : nothing;
}

function renderLanguageNote(
  { title, summary, description }: LifeEventAnswer,
  texts: SituationMessages,
  { scope, exceptional, messages }: SituationContext,
): unknown {
  const wanted = primaryLanguage(scope.lang);
  const langOf = (text: Readonly<Record<string, unknown>> | undefined) =>
    pickLanguage(text, wanted)?.lang ?? wanted;
  const shown = langOf(title);
  if (shown !== wanted) return exceptional.get(messages.lang)?.renderLanguage(shown, messages.lang);
  return [summary, description].every((text) => langOf(text) === wanted)
    ? nothing
    : html`<p class="byline" .textContent=${texts.partlyInLanguage}></p>`;
}

function renderText(event: LifeEventAnswer, context: SituationContext): unknown {
  const { scope, messages, headingLevel } = context;
  const picked = pickLanguage(event.description, scope.lang);
  if (!picked?.text.children.length) return nothing;
  const tree = renderRichText(picked.text, headingLevel + 1);
  return html`<div class="rich" lang=${picked.lang === messages.lang ? nothing : picked.lang}>
    ${keyed(JSON.stringify(picked.text), html`${tree}`)}
  </div>`;
}

/** Needs in the order in which people meet them, each with the cards of its services. */
function renderNeeds(
  event: LifeEventAnswer,
  texts: SituationMessages,
  context: SituationContext,
): unknown {
  const { headingLevel, pick, services, failure } = context;
  const cards = services?.items ?? [];
  const ofNeed = (id: string) => cards.filter(({ needs }) => needs?.includes(id));
  const { needs } = event.derived;
  const told = new Set(needs.flatMap(({ id }) => ofNeed(id)));
  const others = cards.filter((card) => !told.has(card));
  return html`<section class="needs" aria-label=${texts.needs}>
    ${heading(headingLevel + 1, html`<span .textContent=${texts.needs}></span>`)}
    ${failure ?? nothing}
    <ol role="list">
      ${needs.map((need, index) => {
        const title = pick(need.title);
        const description = pick(need.description);
        const own = ofNeed(need.id);
        return html`<li class="need" part="need" data-at=${index + 1}>
          ${heading(
            headingLevel + 2,
            html`<span lang=${title.lang} .textContent=${title.text}></span>`,
          )}
          ${
            description.text
              ? html`<p
                  class="summary"
                  lang=${description.lang}
                  .textContent=${description.text}
                ></p>`
              : nothing
          }
          ${renderCards(`${event.id} ${need.id}`, own, texts, context)}
        </li>`;
      })}
      ${
        others.length
          ? html`<li class="need" part="need" data-at=${needs.length + 1}>
              ${heading(headingLevel + 2, html`<span .textContent=${texts.others}></span>`)}
              ${renderCards(event.id, others, texts, context)}
            </li>`
          : nothing
      }
    </ol>
  </section>`;
}

function renderCards(
  name: string,
  cards: readonly ServiceCard[],
  texts: SituationMessages,
  context: SituationContext,
): unknown {
  const { host, visit, services } = context;
  if (!cards.length) {
    return services ? html`<p class="byline" .textContent=${texts.noServices}></p>` : nothing;
  }
  const isWhole = visit.isPrinting || unfolded.get(host)?.has(name) || cards.length <= SHOWN + 1;
  const unfold = async (event: Event): Promise<void> => {
    const list = (event.currentTarget as Element).previousElementSibling;
    unfolded.set(host, (unfolded.get(host) ?? new Set()).add(name));
    host.requestUpdate();
    await host.updateComplete;
    // The button is gone: the focus goes to the first title that it brought.
    list?.querySelectorAll<HTMLElement>('.title')[SHOWN]?.focus();
  };
  return html`<ul class="rows" role="list">
      ${(isWhole ? cards : cards.slice(0, SHOWN)).map((card) => renderRow(card, texts, context))}
    </ul>
    ${
      isWhole
        ? nothing
        : html`<button
            type="button"
            class="quiet"
            @click=${unfold}
            .textContent=${texts.showAll(cards.length)}
          ></button>`
    }`;
}

function renderRow(
  card: ServiceCard,
  texts: SituationMessages,
  context: SituationContext,
): TemplateResult {
  const { host, visit, messages, headingLevel, exceptional, scope } = context;
  const title: summary.SummaryContext = {
    messages,
    headingLevel: headingLevel + 3,
    hideInstitution: scope.institution.length === 1,
    exceptional,
    href:
      host.serviceHref?.replaceAll('{id}', encodeURIComponent(card.id)) ??
      visit.addressOf(visit.opened, card.id),
  };
  const named = card.instances
    ? { ...card, institution: { id: '', title: texts.institutions(card.instances) } }
    : card;
  return html`<li class="row" part="row">
    ${summary.renderTitle(card, title)} ${summary.renderByline(named, title)}
    ${summary.renderSummary(card, messages)} ${summary.renderFacts(card, messages)}
    ${summary.renderStatusNotice(card, title)}
  </li>`;
}

/** A service in place of the life event. Its element comes when it is wanted. */
function renderService(
  id: string,
  texts: SituationMessages,
  { host, visit, source, headingLevel }: SituationContext,
): TemplateResult {
  void import('../../define/pvp-service-card.ts').catch(() => undefined);
  return html`${backButton(texts.back, () => visit.open(visit.opened))}
    <pvp-service-card
      view="full"
      .source=${source}
      .service=${id}
      .headingLevel=${String(headingLevel)}
      .contentLang=${host.contentLang}
      .serviceHref=${host.serviceHref}
      .live=${host.live}
      @pvp-service-opened=${(event: CustomEvent<ServiceOpenedDetail>) => {
        if (host.serviceHref) return;
        event.preventDefault();
        visit.open(visit.opened, event.detail.id);
      }}
    ></pvp-service-card>`;
}

function backButton(text: string, onClick: () => void): TemplateResult {
  return html`<button type="button" class="button back" part="button" @click=${onClick}>
    ${drawIcon(BACK)}<span .textContent=${text}></span>
  </button>`;
}
