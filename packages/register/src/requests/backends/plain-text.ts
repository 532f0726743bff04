/** A request as plain text, for systems that have no fields of their own for what it says. */
import type { Handover } from './backend.ts';

/** Number, kind and institution on one line: a title, or the subject of a mail. */
export function titleOf({ request, titles }: Handover): string {
  return `[${request.number}] ${titles.kind}: ${titles.service ?? titles.institution}`;
}

/** What was written, and what was said beside it, as paragraphs. */
export function textOf({ content, attributes, titles, request }: Handover): string {
  const { contact } = content;
  const facts = [
    ['Pieprasījums', request.number],
    ['Veids', titles.kind],
    ['Iestāde', titles.institution],
    ['Pakalpojums', titles.service],
    ['Saņemts', request.receivedAt],
    ['Vārds', contact?.name],
    ['E-pasts', contact?.email],
    ['Tālrunis', contact?.phone],
    ['Atbildes valoda', request.lang],
    ...attributes.map(({ title, value }) => [title, value]),
  ]
    .filter(([, value]) => value !== undefined && value !== '')
    .map(([title, value]) => `${title}: ${value}`);
  return `${content.text}\n\n--\n${facts.join('\n')}\n`;
}
