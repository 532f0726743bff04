/** A text together with the language that it is in. */
export interface Picked<T> {
  text: T;
  /** BCP 47 primary subtag. */
  lang: string;
}

/** The primary subtag of a language tag: `en-GB` → `en`. */
export function primaryLanguage(tag: string | undefined): string {
  return tag?.split('-', 1)[0]?.toLowerCase() || 'lv';
}

/**
 * The text in the language asked for; else in Latvian; else in the first language that there is.
 * Works for plain text and for rich text.
 */
export function pickLanguage<T>(
  localized: Readonly<Record<string, T>> | undefined,
  lang?: string,
): Picked<T> | undefined {
  if (!localized) return undefined;
  const isTold = (candidate: string) => Object.hasOwn(localized, candidate) && localized[candidate];
  const found = [primaryLanguage(lang), 'lv'].find(isTold) ?? Object.keys(localized).find(isTold);
  return found === undefined ? undefined : { text: localized[found]!, lang: found };
}
