/** What webmasters write into attributes, judged. The visitor never sees the judgement. */

const said = new WeakMap<Element, Set<string>>();

/** Says once per element, attribute and value what is wrong; then tells it as an event. */
function reportMisuse(host: Element, attribute: string, value: string, allowed: string): void {
  const message = `<${host.localName}> ${attribute}="${value}" is unknown. Allowed: ${allowed}.`;
  const known = said.get(host) ?? new Set();
  if (known.has(message)) return;
  said.set(host, known.add(message));
  console.warn(message);
  reportError(host, { code: 'bad-attribute', message, attribute });
}

export interface ErrorDetail {
  /** `bad-attribute`, or the code of the SDK's error. */
  code: string;
  message: string;
  attribute?: string;
  cause?: unknown;
}

/** Tells the page, in an event `pvp-error`, that an element cannot do what it was asked for. */
export function reportError(host: Element, detail: ErrorDetail): void {
  host.dispatchEvent(
    new CustomEvent<ErrorDetail>('pvp-error', { detail, bubbles: true, composed: true }),
  );
}

/** Tells of an error that a source threw. */
export function reportFailure(host: Element, error: unknown): void {
  const { code = 'unknown', message = String(error) } = error as {
    code?: string;
    message?: string;
  };
  reportError(host, { code, message, cause: error });
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

/** The origin in the `register` attribute; reported where it is missing or no web address. */
export function registerOrigin(host: Element, value: string | undefined): string | undefined {
  try {
    const { origin, protocol } = new URL(value || 'x:', document.baseURI);
    if (/^https?:$/.test(protocol)) return origin;
  } catch {
    // Reported below.
  }
  reportMisuse(host, 'register', value ?? '', 'an origin such as https://register.example');
  return undefined;
}

/** A heading level that fits under the page's own title. */
export function headingLevelOf(host: Element, value: string | undefined, standard: number): number {
  const [level] = allowedWords(host, 'heading-level', value, ['2', '3', '4', '5', '6']) ?? [];
  return level ? Number(level) : standard;
}
