const MONTHS = [
  ...['janvār', 'februār', 'mart', 'aprīl', 'maij', 'jūnij'],
  ...['jūlij', 'august', 'septembr', 'oktobr', 'novembr', 'decembr'],
];
const NUMERIC = /(?<!\d)(\d{1,2})\.{1,2}(\d{1,2})\.{1,2}(\d{4})(?!\d)/;
const VERBAL = new RegExp(`(\\d{4})\\. ?gada (\\d{1,2})\\. ?(${MONTHS.join('|')})\\p{L}*`, 'iu');

/** A date within a text. */
export interface FoundDate {
  /** YYYY-MM-DD. */
  day: string;
  /** The words that told it. */
  text: string;
}

/** "02.05.2012.", "14.10..2019." or "2015. gada 22. decembra"; `undefined` where there is none. */
export function findDate(text: string): FoundDate | undefined {
  const numeric = NUMERIC.exec(text);
  if (numeric) return found(numeric[0], numeric[3], Number(numeric[2]), numeric[1]);
  const verbal = VERBAL.exec(text);
  if (!verbal) return undefined;
  const month = MONTHS.findIndex((name) => verbal[3]?.toLowerCase().startsWith(name)) + 1;
  return found(verbal[0], verbal[1], month, verbal[2]);
}

/**
 * "31.07.2018. 10:28", local time in Riga, as an instant in UTC. Without a time the day begins.
 */
export function findInstant(text: string): string | undefined {
  const date = findDate(text);
  if (!date) return undefined;
  const time = /(?<!\d)([01]?\d|2[0-3]):([0-5]\d)(?!\d)/.exec(text.replace(date.text, ' '));
  const asUtc = Date.parse(
    `${date.day}T${(time?.[1] ?? '00').padStart(2, '0')}:${time?.[2] ?? '00'}:00Z`,
  );
  const instant = new Date(asUtc - offsetInRiga(asUtc));
  return instant.toISOString().replace('.000Z', 'Z');
}

function found(
  text: string,
  year: string | undefined,
  month: number,
  day: string | undefined,
): FoundDate | undefined {
  const iso = `${year}-${String(month).padStart(2, '0')}-${day?.padStart(2, '0')}`;
  const parsed = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(parsed) || new Date(parsed).toISOString().slice(0, 10) !== iso) return undefined;
  return { day: iso, text };
}

function offsetInRiga(asUtc: number): number {
  const shown = new Intl.DateTimeFormat('en', {
    timeZone: 'Europe/Riga',
    timeZoneName: 'longOffset',
  }).formatToParts(asUtc);
  const offset = shown.find((part) => part.type === 'timeZoneName')?.value ?? '';
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(offset);
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000;
}
