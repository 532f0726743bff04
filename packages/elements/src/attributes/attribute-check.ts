/** What webmasters write into attributes, judged. The visitor never sees the judgement. */
import { liveSource, type ServiceSource } from '@pvp/sdk/source';
import { tell } from '../events.ts';

/** Tells the webmaster; the part that does so is not for pages where all is well. */
function reportMisuse(host: Element, attribute: string, value: string, allowed: string): void {
  import('./misuse.ts').then(
    (misuse) => misuse.reportMisuse(host, attribute, value, allowed),
    () => undefined,
  );
}

export interface ErrorDetail {
  /** `bad-attribute`, or the code of the SDK's error. */
  code: string;
  message: string;
  attribute?: string;
  cause?: unknown;
}

/** Tells the page of an error that a source threw. */
export function reportFailure(host: Element, error: unknown): void {
  const { code = 'unknown', message = String(error) } = error as Partial<ErrorDetail>;
  tell<ErrorDetail>(host, 'pvp-error', { code, message, cause: error });
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

/** What an element reads from: a source of the page's own, else the register of the attribute. */
export function sourceOf(
  host: Element & { register: string | undefined; source: ServiceSource | undefined },
): ServiceSource | undefined {
  const { register = '', source } = host;
  try {
    return source ?? liveSource(new URL(register || 'none:', document.baseURI).href);
  } catch {
    reportMisuse(host, 'register', register, 'an address such as https://register.example');
    return undefined;
  }
}

/** A heading level that fits under the page's own title. */
export function headingLevelOf(host: Element, value: string | undefined, standard: number): number {
  const [level] = allowedWords(host, 'heading-level', value, ['2', '3', '4', '5', '6']) ?? [];
  return level ? Number(level) : standard;
}
