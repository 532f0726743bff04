/** Days in the way of one language. */

/**
 * `21.11.2026.` in Latvian, `21 November 2026` in English, `21 ноября 2026 г.` in Russian.
 *
 * @param instant A day (`2026-11-21`) or a moment in UTC; a moment is told by the clock in Latvia.
 */
export function formatDay(lang: string, instant: string): string {
  const date = new Date(instant.length === 10 ? `${instant}T12:00:00Z` : instant);
  if (Number.isNaN(date.getTime())) return instant;
  const part: Record<string, string> = {};
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    timeZone: 'Europe/Riga',
    day: lang === 'lv' ? '2-digit' : 'numeric',
    month: lang === 'lv' ? '2-digit' : 'long',
    year: 'numeric',
  });
  if (lang !== 'lv') return format.format(date);
  for (const { type, value } of format.formatToParts(date)) part[type] = value;
  return `${part.day}.${part.month}.${part.year}.`;
}
