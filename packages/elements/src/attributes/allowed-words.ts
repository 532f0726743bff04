/** What webmasters write into attributes, judged. The visitor never sees the judgement. */

/** Tells the webmaster; the part that does so is not for pages where all is well. */
export function reportMisuse(
  host: Element,
  attribute: string,
  value: string,
  allowed: string,
): void {
  import('./misuse.ts').then(
    (misuse) => misuse.reportMisuse(host, attribute, value, allowed),
    () => undefined,
  );
}

/** Words of an attribute with spaces or commas between them. */
export function words(value: string | null | undefined): string[] {
  return value?.match(/[^\s,]+/g) ?? [];
}

/** The words that are allowed; each other one is reported. */
export function allowedWords<T extends string>(
  host: Element,
  attribute: string,
  value: string | null | undefined,
  allowed: readonly T[],
): T[] | undefined {
  const all = words(value);
  const good = allowed.filter((word) => all.includes(word));
  for (const word of all) {
    if (!good.includes(word as T)) reportMisuse(host, attribute, word, allowed.join(', '));
  }
  // Nothing fit to use: the element shows its fallback instead of something else than was asked.
  return good.length < all.length ? undefined : good;
}

/** A heading level that fits under the page's own title. */
export function headingLevelOf(host: Element, value: string | undefined, standard: number): number {
  const [level] = allowedWords(host, 'heading-level', value, ['2', '3', '4', '5', '6']) ?? [];
  return level ? Number(level) : standard;
}
