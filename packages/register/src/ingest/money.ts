import { cleanLine } from './rich-text/rich-text.ts';

/** What a text says about a price. */
export interface Money {
  value: number;
  /** Upper end of a range. */
  max?: number;
  currency: 'EUR';
  /** The text without the amount; absent where the amount was all. */
  description?: string;
}

const NUMBER = String.raw`\d{1,3}(?:[ ']\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?`;
const UNIT = String.raw`(?:EUR|eiro|euro|eur|€)(?![\p{L}])`;
const AMOUNT = new RegExp(
  `(?<![\\d.,])(?:(?<unit>EUR|€) ?(?<after>${NUMBER})(?: ?[-–—] ?(?<afterMax>${NUMBER}))?` +
    `|(?<before>${NUMBER})(?: ?[-–—] ?(?<beforeMax>${NUMBER}))? ?${UNIT})(?![\\d])`,
  'giu',
);
const SAYS_FREE =
  /^(?!.*\d)(?!.*\bnav bez).*(?:\bbez ?maksas\b|\bbez samaksas\b|(?:nav|nebūs) jāmaksā|\bfree(?: of charge)?\b)/iu;

/** Whether a text says that nothing is to be paid. */
export function saysFree(text: string): boolean {
  return SAYS_FREE.test(cleanLine(text));
}

const PLAIN_FREE =
  /^(?:pakalpojums (?:ir )?)?(?:bez ?maksas|bez samaksas|free(?: of charge)?)(?: pakalpojums)?\.?$/iu;

/** Whether a text says that nothing is to be paid and adds no condition or subject to it. */
export function saysPlainlyFree(text: string): boolean {
  return PLAIN_FREE.test(cleanLine(text));
}

/** Whether a text names an amount of money. */
export function namesAmount(text: string): boolean {
  return amountsIn(cleanLine(text)).length > 0;
}

/**
 * "4,27 EUR", "7,08 eiro par stundu", "EUR 14,23 +PVN", "2,00–5,00 EUR". Several amounts in one
 * text become a range with the whole text as its description. `undefined` where there is none.
 */
export function parseMoney(text: string): Money | undefined {
  const line = cleanLine(text);
  const amounts = amountsIn(line);
  const [first] = amounts;
  if (first === undefined) return undefined;
  if (amounts.length > 1) {
    const values = amounts.flatMap(({ value, max }) => [value, max ?? value]);
    const value = Math.min(...values);
    const max = Math.max(...values);
    return { value, ...(max > value ? { max } : {}), currency: 'EUR', description: line };
  }
  const rest = cleanLine(line.replace(first.text, ' ')).replace(/^[\s,;:.–—-]+|[\s,;:–—-]+$/g, '');
  const bare = rest.replace(/\.$/, '');
  return {
    value: first.value,
    ...(first.max !== undefined && first.max > first.value ? { max: first.max } : {}),
    currency: 'EUR',
    ...(/[\p{L}\d]/u.test(bare) ? { description: bare } : {}),
  };
}

function amountsIn(line: string): { text: string; value: number; max: number | undefined }[] {
  return [...line.matchAll(AMOUNT)].map((match) => {
    const { after, afterMax, before, beforeMax } = match.groups ?? {};
    const max = afterMax ?? beforeMax;
    return {
      text: match[0],
      value: toNumber(after ?? before ?? ''),
      max: max === undefined ? undefined : toNumber(max),
    };
  });
}

function toNumber(text: string): number {
  return Number(text.replace(/[ ']/g, '').replace(',', '.'));
}
