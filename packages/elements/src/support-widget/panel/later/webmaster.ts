/** What is owed and nobody offers: for those who answer for it, never for visitors. */
import type { SupportAnswer } from '@pvp/contract';
import { tell, type SupportGapDetail } from '../../../events.ts';

const said = new Set<string>();

/** Support is owed both remotely and in person. Said once per page and subject. */
export function reportGaps(host: Element, { about, gaps }: SupportAnswer): void {
  const whom = about.service?.id ?? about.institution?.id ?? 'the whole country';
  const message = `<${host.localName}> Support is owed remotely and in person; for ${whom} nobody offers it ${gaps.ways.join(', ')}.`;
  if (said.has(message)) return;
  said.add(message);
  console.warn(message);
  tell<SupportGapDetail>(host, 'pvp-support-gap-found', gaps);
}
