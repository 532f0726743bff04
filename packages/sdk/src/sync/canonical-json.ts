/**
 * RFC 8785 canonical JSON of what came out of `JSON.parse`.
 *
 * @param text Applied to every string value before it is written.
 */
export function canonicalJson(
  value: unknown,
  text: (value: string) => string = (same) => same,
): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, text)).join()}]`;
  if (typeof value === 'object' && value) {
    const members = Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member, text)}`);
    return `{${members.join()}}`;
  }
  return JSON.stringify(typeof value === 'string' ? text(value) : value) ?? 'null';
}
