/** What all stories of the support widget have in common. */
import type { PvpSupportWidget } from '@pvp/elements';
import type { SupportSource } from '@pvp/sdk/source';
import { element, type Attributes } from '../staging/element.ts';
import { elementIn, inside, seen } from '../staging/looking.ts';
import { wellSource } from '../staging/sources.ts';

export const TAG = 'pvp-support-widget';

/** What an institution would put inside of the tag. */
export const FALLBACK = '<a href="https://www.example.lv/kontakti">Saziņa ar mums</a>';

export const widget = (
  attributes: Attributes,
  source: SupportSource = wellSource,
  inside = FALLBACK,
): PvpSupportWidget => element<PvpSupportWidget>(TAG, attributes, { source, inside });

/** Asks a question as a person does, and waits for what comes of it. */
export async function askIn(canvasElement: HTMLElement, question: string): Promise<HTMLElement> {
  const host = elementIn(canvasElement, TAG);
  const form = await seen('the form', () => inside<HTMLFormElement>(host, 'form.ask'));
  inside<HTMLInputElement>(host, '#question')!.value = question;
  form.requestSubmit();
  await seen('an answer', () => inside(host, '.answers > ul .answer, .answers > .nothing'));
  return host;
}
