import type { Cost } from '@pvp/contract';
import type { Warning } from '../findings.ts';
import { namesAmount, parseMoney, saysFree, saysPlainlyFree } from '../money.ts';
import { isPlaceholder } from '../placeholder.ts';
import { isFields, listOf, rawText, textOf, type Fields } from './legacy-fields.ts';
import { plainLine, plainLines, sentencesOf } from './legacy-text.ts';

/** Without the id, and without a currency where there is no amount. */
type CostRow = Omit<Cost, 'id' | 'currency'> & { currency?: string };

const PAYMENT_STEP = /^(?:maksājum|apmaks|samaks|maksa(?!\p{L})|(?:a )?service charge|payment)/iu;
const CHARGES =
  /(?<!\p{L})(?:maksas pakalpojum|(?:pašvaldības |valsts )?nodev(?:a|u|as|ai)(?!\p{L})|līdzmaksāj|zaudējumu atlīdzīb|par maksu|(?:veic|pēc|līdz) \p{L}*\s?\p{L}*\s?samaks|jāmaksā|state fee|fee of)/iu;
const CHARGES_NOT =
  /(?:bez|nav|atbrīvo\p{L}*|nepiemēro\p{L}*) (?:\p{L}+ ){0,2}(?:nodev|maksas|samaksas|jāmaksā)|nodev\p{L}* (?:nav|nepiemēro|atbrīvo)|bezmaksas/iu;
/** What is to be handed in: a receipt of a fee is a document, not a price. */
const DOCUMENTS = /^(?:(?:vajadzīgie |nepieciešamie )?dokumenti|pievieno|documents)(?!\p{L})/iu;
const RECEIVES = /pabalst|kompensāc|atmaks|līdzfinansē|stipendij/iu;
const LONGEST_ROW = 300;

/** A step as collected, with the id under which it will stand. */
export interface StepText {
  id: string;
  title: string;
  text: string;
}

/**
 * Payment rows of a page. The header's "free" counts only where neither a detail, nor a step, nor
 * the summary charges; where one does, its own words become a row and the header is named.
 */
export function readCosts(
  page: Fields,
  steps: readonly StepText[],
  lang: string,
  warnings: Warning[],
): CostRow[] {
  const price = page['price'];
  const header = plainLine(rawText(price));
  const details = (isFields(price) ? listOf(price['details']) : [])
    .map(plainLine)
    .filter((detail) => detail !== '' && !isPlaceholder(detail));
  const rows: CostRow[] = details.map((detail) => rowFrom(detail, lang));
  rows.push(...tableRows(page, lang));

  const charging = chargingSteps(steps);
  const isFree = saysFree(header);
  if (isFree) {
    const summary = sentencesOf(plainLines(page['summary'])).find(charges);
    const charge =
      rows.some(({ value }) => value !== 0) || charging.length > 0 || summary !== undefined;
    if (!charge) {
      const description = saysPlainlyFree(header) ? {} : { description: { [lang]: header } };
      return [...rows, { value: 0, currency: 'EUR', ...description }];
    }
    const where = details[0] ?? charging[0]?.words ?? summary ?? '';
    warnings.push({
      code: 'header-free-but-charges',
      field: '/price/raw',
      reason: `The header says ${quoted(header)}, but the description charges: ${quoted(where)}. No price of 0 was recorded.`,
    });
    if (rows.length === 0 && charging.length === 0 && summary) rows.push(rowFrom(summary, lang));
  } else if (header !== '' && !isPlaceholder(header)) {
    const row = rowFrom(header, lang);
    const told = rows.some(
      ({ value, max }) => value !== undefined && value === row.value && max === row.max,
    );
    if (!told) rows.unshift(row);
  }
  const known = new Set(rows.flatMap(({ value }) => (value === undefined ? [] : [value])));
  for (const { step, words } of charging) {
    const row = rowFrom(words, lang);
    // A detail that the page lists and a step that repeats it are one price.
    if (row.value !== undefined && known.has(row.value)) continue;
    rows.push({ ...row, step });
  }
  return rows;
}

function chargingSteps(steps: readonly StepText[]): { step: string; words: string }[] {
  return steps.flatMap(({ id, title, text }) => {
    const sentences = sentencesOf(text);
    const words = sentences.find(charges) ?? (PAYMENT_STEP.test(title) ? sentences[0] : undefined);
    return words === undefined || isPlaceholder(words) || saysFree(words)
      ? []
      : [
          {
            step: id,
            words: words.length > LONGEST_ROW ? title || words.slice(0, LONGEST_ROW) : words,
          },
        ];
  });
}

function charges(sentence: string): boolean {
  if ([CHARGES_NOT, RECEIVES, DOCUMENTS].some((pattern) => pattern.test(sentence))) return false;
  return (
    CHARGES.test(sentence) || (namesAmount(sentence) && /maks|cen[au]|price|cost/iu.test(sentence))
  );
}

function rowFrom(text: string, lang: string): CostRow {
  if (saysFree(text)) return { value: 0, currency: 'EUR', description: { [lang]: text } };
  const money = parseMoney(text);
  if (!money) return { description: { [lang]: text } };
  const { description, ...amount } = money;
  return {
    ...amount,
    ...(description === undefined ? {} : { description: { [lang]: description } }),
  };
}

/**
 * The payment table of the former catalogue. Its first column holds a mark that is lost in some
 * rows, so the columns are counted from the right.
 */
function tableRows(page: Fields, lang: string): CostRow[] {
  const sections = page['other_sections'];
  const table = isFields(sections) ? sections['Maksājumi'] : undefined;
  if (!isFields(table)) return [];
  const columns = listOf(table['Kolonnas']).map(plainLine);
  const at = (cells: string[], name: RegExp): string => {
    const column = columns.findIndex((title) => name.test(title));
    return column < 0 ? '' : (cells[cells.length - (columns.length - column)] ?? '');
  };
  return listOf(table['Rindas']).flatMap((row) => {
    const cells = listOf(row).map(plainLine);
    const price =
      at(cells, /cena ar PVN/i) || at(cells, /cena|summa|maksa/i) || (cells.at(-1) ?? '');
    const money = parseMoney(price);
    const name = at(cells, /nosaukums/i);
    const unit = at(cells, /mērvienība/i);
    const words = [name, unit].filter((part) => part !== '' && !isPlaceholder(part)).join(', ');
    if (!money && words === '') return [];
    const description = words === '' ? {} : { description: { [lang]: words } };
    return [{ ...(money ? { value: money.value, currency: money.currency } : {}), ...description }];
  });
}

function quoted(text: string): string {
  return JSON.stringify(text.length > 140 ? `${text.slice(0, 139)}…` : textOf(text));
}
