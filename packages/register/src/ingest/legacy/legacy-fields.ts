/** Fields of a page as collected: read tolerantly, because every site fills them differently. */
export type Fields = Record<string, unknown>;

export function isFields(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

/** The text of a field; numbers count as text, anything else as none. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : '';
}

/** `{raw: "…"}`, or the text itself. */
export function rawText(value: unknown): string {
  return isFields(value) ? textOf(value['raw']) : textOf(value);
}

export function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === null || value === undefined || value === '' ? [] : [value];
}

/** An address of a page that may stand in the contract's `Url`. */
export function urlOf(value: unknown): string | undefined {
  const text = textOf(value).trim();
  const valid = /^https?:\/\/[^\s]+$/.test(text) && text.length <= 2000 && URL.canParse(text);
  return valid ? text : undefined;
}

export function emailIn(text: string): string | undefined {
  const found = /(?<![\w.+-])[\w.+-]{1,64}@(?:[A-Za-z0-9-]{1,63}\.){1,6}[A-Za-z]{2,24}/.exec(text);
  return found?.[0];
}
