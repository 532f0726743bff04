/** Words that mean that there is nothing to tell. Old descriptions have them in every field. */
const NO_VALUE = /^([-–—_.\s]*|n\/a|nav( attiecināms)?\.?|skatīt maksājumus\.?)$/i;

/** The text without spaces around it; `undefined` where it tells nothing ("-", "Nav.", "n/a"). */
export function told(text = ''): string | undefined {
  const trimmed = text.trim();
  return NO_VALUE.test(trimmed) ? undefined : trimmed;
}
