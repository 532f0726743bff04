/**
 * What is said where there is nothing to show, or something else than was asked for. A chunk of its
 * own: elements fetch it in idle time after their first answer, or when it is wanted.
 */
import type { GoneSubject, ResourceState, ServiceCard } from '@pvp/contract';
import type { Freshness } from '@pvp/sdk/source';
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../format/date-time.ts';
import { renderLocalAddition } from '../templates/local-addition.ts';
import { renderNotice } from '../templates/notice.ts';
import type { Messages, UiLanguage } from '../translations/messages.ts';
import { holdFocus } from './hold-focus.ts';
import { exceptionalTexts } from './messages.ts';
import { plainText } from '../rich-text/plain-text.ts';

/** Fetches the sentences of a language together with the part: when they are wanted, it is late. */
export const prepareExceptional = (lang: UiLanguage): Promise<void> =>
  exceptionalTexts.prepare(lang);

/** `Dati no 20.11.2026. plkst. 14.05; …`: how old what is on show is, and why. */
export function ageOf({ state, fetchedAt }: Freshness, { lang }: Pick<Messages, 'lang'>): string {
  if (state === 'fresh') return '';
  return exceptionalTexts.of(lang)[state](formatDateTime(lang, fetchedAt));
}

/** The service has become a part of the one on show. */
export function renderMerged(former: string | undefined, { lang }: Messages): unknown {
  return renderNotice(exceptionalTexts.of(lang).merged(former ?? ''));
}

/** Something that the service needs does not work as usual. */
export function renderOutage(state: ResourceState, { lang }: Messages): unknown {
  return renderNotice(exceptionalTexts.of(lang).outage[state]);
}

/**
 * What stands below a compact card: that its text is in another language than the one asked for,
 * and what the page itself adds.
 */
export function renderBelow(
  host: Element,
  { lang: shown }: ServiceCard,
  wanted: string,
  { lang }: Messages,
): unknown {
  return [
    shown === wanted ? nothing : renderLanguage(shown, lang),
    renderLocalAddition(host, lang),
  ];
}

/** The text is in another language than the one asked for. */
export function renderLanguage(shown: string, lang: UiLanguage): TemplateResult {
  const { notInLanguage, languages } = exceptionalTexts.of(lang);
  return html`<p class="byline" .textContent=${notInLanguage(languages[shown] ?? shown)}></p>`;
}

export interface FailureContext {
  messages: Messages;
  /** Origin of the register, where it is known. */
  register: string | undefined;
  /** What a source threw; absent where nothing could be asked. */
  error?: unknown;
  onRetry(): void;
}

/** In place of a description: why there is none, or nothing where the page's own content says it. */
export function renderInstead(host: Element, context: FailureContext & GoneContext): unknown {
  const { code, subject } = (context.error ?? {}) as { code?: string; subject?: GoneSubject };
  return code === 'gone' ? renderGone(subject, context) : renderUnanswered(host, context);
}

/** As `renderFailure`, but nothing where the page gave the element something of its own to show. */
export function renderUnanswered(host: Element, context: FailureContext): unknown {
  return hasFallback(host) ? undefined : renderFailure(context);
}

/** Whether the page gave the element something of its own to show. */
export const hasFallback = (host: Element): boolean =>
  [...host.childNodes].some((node) =>
    node instanceof Element
      ? node.localName !== 'script'
      : node instanceof Text && !!node.data.trim(),
  );

/** What happened in a sentence, and what one can do. */
export function renderFailure(context: FailureContext): TemplateResult {
  const { messages, register, error, onRetry } = context;
  const texts = exceptionalTexts.of(messages.lang);
  const isUnknown = (error as { code?: string } | undefined)?.code === 'not-found';
  const sentence = isUnknown ? texts.notFound : texts.failed;
  if (!error || isUnknown) return renderLack(sentence, register, messages);
  const retry = renderButton(texts.retry, (event) => {
    holdFocus(event);
    onRetry();
  });
  return renderLack(sentence, register, messages, retry);
}

/** What is missing in a sentence, and the way to the register; read out where one can act at once. */
export function renderLack(
  sentence: string,
  register: string | undefined,
  { lang }: Messages,
  action: unknown = nothing,
): TemplateResult {
  const { toRegister } = exceptionalTexts.of(lang);
  return html`<div class="failure" part="failure">
    <div role=${action === nothing ? nothing : 'alert'}>${renderNotice(sentence)}</div>
    ${
      register || action !== nothing
        ? html`<p class="actions">
            ${action}
            ${register ? html`<a href=${register} .textContent=${toRegister}></a>` : nothing}
          </p>`
        : nothing
    }
  </div>`;
}

export interface GoneContext {
  messages: Messages;
  /** The text in the preferred language of the description. */
  pick<T>(localized: Readonly<Record<string, T>> | undefined): T | undefined;
  /** Address of the successor on this site. */
  hrefOf(id: string): string | undefined;
}

/** A retired service, and the way to what took its place. */
function renderGone(subject: GoneSubject | undefined, context: GoneContext): unknown {
  const texts = exceptionalTexts.of(context.messages.lang);
  const title = context.pick(subject?.title);
  const note = plainText(context.pick(subject?.statusNote));
  const { id, title: next } = subject?.successor ?? {};
  const nextTitle = context.pick(next) ?? id;
  const href = id && context.hrefOf(id);
  return [
    title && html`<p class="title" part="title" .textContent=${title}></p>`,
    renderNotice(`${texts.gone} ${note}`),
    id && html`<p class="summary" .textContent=${texts.successor}></p>`,
    href
      ? html`<a href=${href} data-service=${id} .textContent=${nextTitle}></a>`
      : id &&
        html`<p class="actions">
          <button
            type="button"
            class="button"
            part="button"
            data-service=${id}
            .textContent=${nextTitle}
          ></button>
        </p>`,
  ];
}

function renderButton(text: string, onClick: (event: Event) => void): TemplateResult {
  return html`<button
    type="button"
    class="button"
    part="button"
    @click=${onClick}
    .textContent=${text}
  ></button>`;
}
