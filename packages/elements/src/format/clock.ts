/** The day and the time by the clock in Latvia. */

/** The calendar day in Latvia at a moment: `2026-11-21`. */
export function dayInLatvia(now: Date): string {
  return new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Riga', dateStyle: 'short' }).format(now);
}

/** `8.30` of `08:30` in Latvian, `8:30` in other languages. */
export function timeOfDay(lang: string, time: string): string {
  const short = time.replace(/^0/, '');
  return lang === 'lv' ? short.replace(':', '.') : short;
}
