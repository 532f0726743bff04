/** What the parts of the panel draw from. */
import type { SupportSource } from '@pvp/sdk/source';
import { html, type LitElement, type TemplateResult } from 'lit';
import type { SupportSubject } from '../../events.ts';
import type { NowContext } from '../../hours/open-now.ts';
import { heading } from '../../templates/heading.ts';
import type { UiLanguage } from '../../translations/messages.ts';
import type { PanelMessages, Step } from './messages.ts';

/** What the panel needs of the element. */
export interface PanelHost extends LitElement {
  register: string | undefined;
  source: SupportSource | undefined;
  request: string | undefined;
  contentLang: string | undefined;
  serviceHref: string | undefined;
  live: boolean;
  offline: boolean;
}

/** What stands in the panel: help itself, or what it has led to. */
export type View =
  { name: 'help' } | { name: 'service'; id: string } | { name: 'request'; question: string };

export interface Drawing extends NowContext {
  host: PanelHost;
  text: PanelMessages;
  lang: UiLanguage;
  /** Level of the panel's own heading. */
  headingLevel: number;
  source: SupportSource;
  subject: SupportSubject;
  show(view: View): void;
  /** Has the line that is read out say it. */
  say(text: string): void;
}

/** A step of support with its heading, which other steps lead to. */
export function step(drawing: Drawing, name: Step, inside: unknown): TemplateResult {
  return html`<section class="step" part="section" data-step=${name} aria-labelledby="step-${name}">
    ${heading(
      Math.min(6, drawing.headingLevel + 1),
      html`<span
        class="step-title"
        id="step-${name}"
        tabindex="-1"
        .textContent=${drawing.text.step[name]}
      ></span>`,
    )}
    ${inside}
  </section>`;
}

/** Leads to a step of the panel. */
export function goToStep({ host }: Drawing, name: Step): void {
  const title = host.renderRoot.querySelector<HTMLElement>(`#step-${name}`);
  title?.focus({ preventScroll: true });
  title?.scrollIntoView({ block: 'start' });
}

export function button(
  text: string,
  onClick: (event: Event) => void,
  kind = 'button',
): TemplateResult {
  return html`<button
    type="button"
    class=${kind}
    part="button"
    @click=${onClick}
    .textContent=${text}
  ></button>`;
}

/** A heading below that of a step. */
export const subheading = (drawing: Drawing, inside: unknown): TemplateResult =>
  heading(Math.min(6, drawing.headingLevel + 2), inside);
