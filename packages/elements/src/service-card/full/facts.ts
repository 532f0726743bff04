/** The facts that people look for first. */
import type { IdentificationLevel, Term, TextSection } from '@pvp/contract';
import { cardTerm } from '@pvp/sdk/model';
import { html, nothing } from 'lit';
import { hasCostTable, renderCostLine } from './costs.ts';
import {
  block,
  condition,
  conditionText,
  goTo,
  isEmpty,
  listOf,
  lowerFirst,
  organizationName,
  plain,
  rich,
  type Drawing,
} from './drawing.ts';
import { channelName } from './request.ts';

/** More terms than these are told as one, with the others to be unfolded. */
const TERMS_AT_ONCE = 3;

export function renderFacts(drawing: Drawing): unknown {
  const { text, service } = drawing;
  const { recipientNote, sections = [] } = service;
  const rows = [
    fact(drawing, text.cost, [renderCostLine(drawing), jumpToCosts(drawing)]),
    termFact(drawing),
    fact(drawing, text.recipients, line(recipientLine(drawing)), rich(drawing, recipientNote)),
    fact(drawing, text.providers, line(providerLine(drawing))),
    identificationFact(drawing),
    ...sections
      .filter(({ role }) => role === 'restriction')
      .map((section) => restriction(drawing, section)),
  ].filter((row) => row !== nothing);
  return rows.length ? html`<dl class="facts-grid" part="facts">${rows}</dl>` : nothing;
}

/** A label and its value; what more there is to know stands behind "read more". */
function fact(drawing: Drawing, label: unknown, value: unknown, more?: unknown): unknown {
  if (isEmpty(value) && isEmpty(more)) return nothing;
  return html`<div>
    <dt>${typeof label === 'string' ? line(label) : label}</dt>
    <dd>
      ${value}
      ${
        isEmpty(more)
          ? nothing
          : html`<details>
              <summary .textContent=${drawing.text.more}></summary>
              ${more}
            </details>`
      }
    </dd>
  </div>`;
}

function line(text: string): unknown {
  return text ? html`<span .textContent=${text}></span>` : nothing;
}

/** "Read more" of the price is its table, a few lines below. */
function jumpToCosts(drawing: Drawing): unknown {
  if (!hasCostTable(drawing)) return nothing;
  return html`<button
    type="button"
    class="link more"
    @click=${() => goTo(drawing, 'cost')}
    .textContent=${drawing.text.more}
  ></button>`;
}

function recipientLine({ service, messages }: Drawing): string {
  const names = (service.recipients ?? []).map((name) => messages.recipients[name] ?? name);
  return names.map((name, index) => (index ? lowerFirst(name) : name)).join(', ');
}

/** Institutions that give the service, where the one that holds it is not all that is to be said. */
function providerLine(drawing: Drawing): string {
  const { holder, providers = [] } = drawing.service;
  if (providers.every((id) => id === holder)) return '';
  return providers.map((id) => organizationName(drawing, id)).join(', ');
}

const LEVELS: readonly IdentificationLevel[] = ['none', 'low', 'substantial', 'high'];

/** The lowest level with which the service can be had on the web. */
function identificationFact(drawing: Drawing): unknown {
  const { service, text } = drawing;
  const levels = (service.channels ?? [])
    .filter(({ requestable, url }) => requestable && url)
    .flatMap(({ identification }) => identification ?? []);
  const lowest = LEVELS.find((level) => levels.includes(level));
  if (!lowest) return nothing;
  const means = text.identificationMeans[lowest];
  return fact(
    drawing,
    text.identification,
    line(text.level[lowest]),
    means ? html`<p class="rich" .textContent=${means}></p>` : nothing,
  );
}

function restriction(drawing: Drawing, section: TextSection): unknown {
  const named = plain(drawing, section.title);
  const title = named === nothing ? drawing.text.section.restriction : named;
  const content = rich(drawing, section.content);
  if (isEmpty(content)) return nothing;
  return fact(drawing, title, condition(drawing, section.appliesTo), content);
}

/** All terms; those of steps stand with their step. */
function termFact(drawing: Drawing): unknown {
  const { text, messages, contentLang, service } = drawing;
  const rows = termRows(drawing);
  if (rows.length <= TERMS_AT_ONCE) {
    return fact(drawing, text.term, rows.length === 1 ? rows[0] : listOf(rows));
  }
  const whole = (service.terms ?? []).filter(({ step }) => !step);
  const longest = cardTerm(whole, contentLang);
  return fact(drawing, text.term, line(longest ? messages.term(longest) : ''), listOf(rows));
}

function termRows(drawing: Drawing): unknown[] {
  return (drawing.service.terms ?? [])
    .filter(({ step }) => !step)
    .map((term) => renderTerm(drawing, term))
    .filter((row) => row !== nothing);
}

/** A term in its own unit, the way of receiving where it has one, and its free text. */
export function renderTerm(drawing: Drawing, term: Term): unknown {
  const counted = cardTerm([{ ...term, description: undefined }], drawing.contentLang);
  const amount = counted ? drawing.messages.term(counted) : '';
  const channel = drawing.service.channels?.find(({ id }) => id === term.channel);
  const note = plain(drawing, term.description);
  const forWhom = conditionText(drawing, term.appliesTo);
  if (!amount) return note;
  const where = channel ? `(${lowerFirst(channelName(drawing, channel))})` : '';
  return html`<span
      ><span .textContent=${where ? `${amount} ` : amount}></span
      ><span class="whole" .textContent=${where}></span
    ></span>
    ${note === nothing ? nothing : html`<small>${note}</small>`}
    ${forWhom ? html`<small .textContent=${forWhom}></small>` : nothing}`;
}

/** The terms as a block of their own, for pages that show no facts. */
export function renderTerms(drawing: Drawing): unknown {
  if (drawing.sections?.has('facts') ?? true) return nothing;
  return block(drawing, 'term', drawing.text.term, listOf(termRows(drawing)));
}
