import { html, nothing } from 'lit';
import type { Drawing } from './drawing.ts';

/** Asks whether the description was useful, where the page wants that and there is a register. */
export function renderFeedback({ host, source, lang }: Drawing, id: string): unknown {
  if (!host.hasAttribute('feedback') || source.isLocal) return nothing;
  // Where it cannot be had, the question is not asked.
  void import('../../feedback/define.ts').catch(() => undefined);
  return html`<pvp-feedback lang=${lang} .source=${source} .subject=${id}></pvp-feedback>`;
}
