import { findDate } from './latvian-date.ts';
import { cleanLine } from './rich-text/rich-text.ts';

/** A reference to a legal act without its id. */
export interface ParsedLegalAct {
  title: string;
  issuer?: string;
  type?: string;
  number?: string;
  date?: string;
  url?: string;
}

const URL_IN_TEXT = /https?:\/\/[^\s"„“”<>]{1,1900}/i;
const REGULATION =
  /^(?<issuer>\p{L}[\p{L} .-]{0,80}?)\s*(?<type>saistoš\p{L}* noteikum\p{L}*|iekšēj\p{L}* noteikum\p{L}*|noteikum\p{L}*|rīkojum\p{L}*|lēmum\p{L}*|instrukcij\p{L}*|likum\p{L}*)\s*(?:Nr\.?\s*(?<number>[\p{L}\d][\p{L}\d/.-]*))?\s*(?<rest>.*)$/iu;
const QUOTED = /^["„“”«'‘](?<title>.+?)["“”»'’]\.?$/u;

/** Issuers as they stand before the noun that they govern, and their names. */
const ISSUERS: readonly (readonly [RegExp, string])[] = [
  [/^(?:MK|Ministru kabineta)$/iu, 'Ministru kabinets'],
  [/^Saeimas$/iu, 'Saeima'],
];

/**
 * "Ministru kabineta 02.05.2012. noteikumi Nr.309 "Noteikumi par koku ciršanu ārpus meža"" → its
 * parts. What is not of this form keeps its whole text as the title: an act is never renamed.
 */
export function parseLegalAct(text: string): ParsedLegalAct {
  const line = cleanLine(text);
  const url = URL_IN_TEXT.exec(line)?.[0].replace(/[.,;)]+$/, '');
  const named =
    url === undefined ? line : cleanLine(line.replace(url, ' ')).replace(/[\s,;(–-]+$/, '');
  const address = url !== undefined && URL.canParse(url) ? { url } : {};

  const date = findDate(named);
  const withoutDate = date ? cleanLine(named.replace(date.text, ' ').replace(/ \. /g, ' ')) : named;
  const match = REGULATION.exec(withoutDate);
  const { issuer = '', type = '', number, rest = '' } = match?.groups ?? {};
  const title = QUOTED.exec(rest)?.groups?.['title'];
  if (!match || title === undefined || (number === undefined && date === undefined)) {
    const isLaw = /^\p{L}[\p{L} ]* likums$/u.test(named);
    return { title: named || line, ...(isLaw ? { type: 'likums' } : {}), ...address };
  }
  return {
    title,
    issuer: nominative(cleanLine(issuer)),
    type: type.toLowerCase(),
    ...(number === undefined ? {} : { number: number.replace(/\.$/, '') }),
    ...(date ? { date: date.day } : {}),
    ...address,
  };
}

function nominative(issuer: string): string {
  const known = ISSUERS.find(([pattern]) => pattern.test(issuer))?.[1];
  return known ?? issuer.replace(/(dom|padom|sapulc|pārvald|aģentūr|ministrij)(e|a)s$/u, '$1$2');
}
