/** What every block of the full description draws from, and the few ways in which text is drawn. */
import type { AppliesTo, ObjectLink, Service } from '@pvp/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../rich-text/registered-text.ts';
import { heading } from '../../templates/heading.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { FullContext } from '../full-context.ts';
import type { FullMessages } from './messages.ts';

export { rich } from '../../rich-text/registered-rich-text.ts';
export { plain, words } from '../../rich-text/registered-text.ts';

export interface Drawing extends FullContext {
  /** What applies, by the answers that were given. */
  service: Service;
  text: FullMessages;
  /** Language of labels. */
  lang: UiLanguage;
  /** The moment of drawing, for opening hours and validity. */
  now: Date;
  /** Public holidays by the law. */
  holidayOn(day: string): string | undefined;
  /** Languages that stood in for the one asked for, in running text. Filled while drawing. */
  fallbacks: Set<string>;
}

/** A block with its heading, or nothing where there is nothing inside. */
export function block(
  drawing: Drawing,
  name: string,
  title: string,
  inside: unknown,
): TemplateResult | typeof nothing {
  if (isEmpty(inside)) return nothing;
  return html`<section class=${name} part="section ${name}">
    ${heading(Math.min(6, drawing.headingLevel + 1), html`<span .textContent=${title}></span>`)}
    ${inside}
  </section>`;
}

/** Leads to a block of this view. An address with a fragment finds nothing in a shadow root. */
export function goTo({ host }: Drawing, name: string): void {
  const section = host.renderRoot.querySelector<HTMLElement>(`section.${name}`);
  if (!section) return;
  section.tabIndex = -1;
  section.focus({ preventScroll: true });
  section.scrollIntoView({ block: 'start' });
}

export function isEmpty(inside: unknown): boolean {
  if (inside === nothing || inside === undefined || inside === '') return true;
  return Array.isArray(inside) && inside.every(isEmpty);
}

/** Rows as a list; nothing where there is none. */
export function listOf(rows: readonly unknown[], kind: 'plain' | 'bullets' = 'plain'): unknown {
  if (!rows.length) return nothing;
  return html`<ul class=${kind} role="list">
    ${rows.map((row) => html`<li>${row}</li>`)}
  </ul>`;
}

/** Whom a part is for, as a short line; nothing where it is for everybody. */
export function condition(drawing: Drawing, appliesTo: AppliesTo | undefined): unknown {
  const line = conditionText(drawing, appliesTo);
  return line ? html`<p class="condition" .textContent=${line}></p>` : nothing;
}

export function conditionText(drawing: Drawing, appliesTo: AppliesTo | undefined): string {
  const { text, messages, service } = drawing;
  const recipients = (appliesTo?.recipients ?? []).map((name) =>
    lowerFirst(messages.recipients[name] ?? name),
  );
  const situations = (appliesTo?.situations ?? []).flatMap((id) => {
    const title = words(drawing, service.situations?.find((one) => one.id === id)?.title);
    return title ? lowerFirst(title) : [];
  });
  return [
    recipients.length ? text.onlyFor(recipients.join(', ')) : '',
    situations.length ? text.onlyIf(situations.join(', ')) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

/** A linked object as far as the register tells it. */
export function linked(drawing: Drawing, kind: string, id: string): ObjectLink | undefined {
  return drawing.service.derived?.objects?.[`${kind}/${id}`];
}

/** The name of an organization; its id where the register tells no more. */
export function organizationName(drawing: Drawing, id: string): string {
  return words(drawing, linked(drawing, 'organization', id)?.title) || id;
}

/** For words that go on after others. Abbreviations keep their capitals. */
export function lowerFirst(text: string): string {
  return /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
