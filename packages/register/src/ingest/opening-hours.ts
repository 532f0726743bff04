import type { HoursSpan, OpeningHours, Weekday } from '@pvp/contract';
import { isPlaceholder } from './placeholder.ts';
import { cleanLine } from './rich-text/rich-text.ts';

const DAYS: Readonly<Record<string, Weekday>> = {
  p: 'mo',
  pr: 'mo',
  o: 'tu',
  ot: 'tu',
  t: 'we',
  tr: 'we',
  c: 'th',
  ce: 'th',
  pk: 'fr',
  pt: 'fr',
  s: 'sa',
  se: 'sa',
  sv: 'su',
};
const ENTRY = /^(?<day>Pk|Pt|Pr|Sv|Se|Ot|Tr|Ce|[POTCS])\.?:? (?<hours>.+)$/iu;
const SPAN = /(\d{1,2})[.:](\d{2}) ?[-–—] ?(\d{1,2})[.:](\d{2})/g;

/**
 * "P 8.00 - 18.00; O 8.00 - 12.00, 13.00 - 17.00; S Slēgts; Cits …" → hours. What does not fit
 * becomes the description, in `lang`; `undefined` where nothing is said.
 */
export function parseOpeningHours(text: string, lang: string): OpeningHours | undefined {
  const weekly: HoursSpan[] = [];
  const other: string[] = [];
  for (const entry of text.split(/[;\n]/).map(cleanLine)) {
    if (entry === '') continue;
    const match = ENTRY.exec(entry);
    const day = DAYS[match?.groups?.['day']?.toLowerCase() ?? ''];
    const hours = match?.groups?.['hours'] ?? '';
    const spans = readSpans(hours);
    if (day !== undefined && spans !== undefined) {
      weekly.push(...spans.map((span) => ({ days: [day], ...span })));
    } else {
      const free = entry.replace(/^Cits:? /i, '');
      if (!isPlaceholder(free) && !isClosed(free)) other.push(free);
    }
  }
  if (weekly.length === 0 && other.length === 0) return undefined;
  return {
    ...(weekly.length > 0 ? { weekly: joinDays(weekly) } : {}),
    ...(other.length > 0 ? { description: { [lang]: other.join('; ') } } : {}),
  };
}

function isClosed(text: string): boolean {
  return /^(?:slēgts|brīvs|closed)\.?$/iu.test(text);
}

function readSpans(hours: string): { opens: string; closes: string }[] | undefined {
  if (isClosed(hours)) return [];
  const spans = [...hours.matchAll(SPAN)].map(
    ([, openHour, openMinute, closeHour, closeMinute]) => ({
      opens: `${openHour?.padStart(2, '0')}:${openMinute}`,
      closes: `${closeHour?.padStart(2, '0')}:${closeMinute}`,
    }),
  );
  const rest = hours.replace(SPAN, '').replace(/[\s,un]+/g, '');
  const valid = spans.every(({ opens, closes }) => opens < closes && closes <= '24:00');
  return spans.length > 0 && rest === '' && valid ? spans : undefined;
}

/** Days with the same span share one entry, in the order of the week. */
function joinDays(spans: readonly HoursSpan[]): HoursSpan[] {
  const joined = new Map<string, HoursSpan>();
  for (const { days, opens, closes } of spans) {
    const same = joined.get(`${opens}-${closes}`);
    if (same) same.days.push(...days);
    else joined.set(`${opens}-${closes}`, { days: [...days], opens, closes });
  }
  return [...joined.values()];
}
