/** Where the description is from, how old it is, and whether it is what is registered. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatDateTime } from '../../format/date-time.ts';
import { formatDay } from '../../format/day.ts';
import { drawIcon } from '../../templates/icon.ts';
import { organizationName, type Drawing } from './drawing.ts';
import type { Verdict } from './verification.ts';

const CHECK = 'M4 12.5l5.5 5.5L20 6.5';

export interface ProvenanceContext {
  verdict: Verdict | undefined;
  /** Asks the register for its signature. */
  onConfirm(): void;
}

export function renderProvenance(drawing: Drawing, context: ProvenanceContext): TemplateResult {
  const { service, text, lang, freshness, now } = drawing;
  const { resolvedFrom } = service.derived ?? {};
  const rows: [string, string][] = [
    [text.number, service.id],
    [text.formerNumber, resolvedFrom?.reason === 'alias' ? resolvedFrom.id : ''],
    [text.changed, service.changedAt ? formatDay(lang, service.changedAt) : ''],
    [text.checkedLabel, service.checkedAt ? checked(drawing) : ''],
    [text.fetched, formatDateTime(lang, freshness.fetchedAt)],
  ];
  return html`<footer class="provenance" part="provenance">
    ${service.sample ? html`<p class="note" .textContent=${text.sample}></p>` : nothing}
    <p class="source" .textContent=${text.source}></p>
    <dl>
      ${rows
        .filter(([, value]) => value)
        .map(
          ([label, value]) =>
            html`<div>
              <dt .textContent=${label}></dt>
              <dd .textContent=${value}></dd>
            </div>`,
        )}
    </dl>
    ${renderVerdict(drawing, context)}
    <p
      class="printed"
      .textContent=${text.printed(formatDateTime(lang, now.toISOString()), location.href)}
    ></p>
  </footer>`;
}

function checked(drawing: Drawing): string {
  const { service, lang } = drawing;
  const day = formatDay(lang, service.checkedAt!);
  return service.checkedBy ? `${day} (${organizationName(drawing, service.checkedBy)})` : day;
}

function renderVerdict({ text }: Drawing, { verdict, onConfirm }: ProvenanceContext): unknown {
  if (!verdict) return nothing;
  const isGood = verdict === 'signed' || verdict === 'unchanged';
  return html`<div class="verdict ${verdict}" part="verification">
    <p tabindex="-1">
      ${isGood ? drawIcon(CHECK) : nothing}<span .textContent=${text.verdict[verdict]}></span>
    </p>
    ${
      verdict === 'unchanged' || verdict === 'unreachable'
        ? html`<button
            type="button"
            class="link"
            @click=${(event: Event) => {
              // The button goes away with the question: what it asked for is told where the focus is then.
              (event.currentTarget as HTMLElement).parentElement!.querySelector('p')!.focus();
              onConfirm();
            }}
            .textContent=${text.confirm}
          ></button>`
        : nothing
    }
  </div>`;
}
