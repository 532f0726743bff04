/** `21.11.2026. plkst. 14.05`: day and time by the clock in Latvia, wherever the reader is. */
export function formatDateTime(lang: string, instant: string): string {
  const at = new Date(instant);
  const timeZone = 'Europe/Riga';
  if (lang !== 'lv') {
    const locale = lang === 'en' ? 'en-GB' : lang;
    return at.toLocaleString(locale, { timeZone, dateStyle: 'long', timeStyle: 'short' });
  }
  const [date, time] = at
    .toLocaleString('lv', {
      timeZone,
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    })
    .split(' ');
  return `${date!.replace(/\D*$/, '.')} plkst. ${time?.replace(':', '.')}`;
}
