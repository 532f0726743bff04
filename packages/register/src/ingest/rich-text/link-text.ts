import type { RichTextNode } from '@pvp/contract';

const MAX_HREF = 2000;

// Bounded quantifiers: a long word without an at sign must not be scanned from each of its letters.
const ADDRESS =
  /\b(?:https?:\/\/|www\.)[^\s<>"„“”»«]{1,1990}|(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}][\p{L}\p{N}._%+-]{0,63}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/giu;

/**
 * An address that a link may lead to, or `undefined`: absolute, `http`, `https`, `mailto` or `tel`.
 */
export function safeHref(href: unknown): string | undefined {
  if (typeof href !== 'string') return undefined;
  const trimmed = href.trim();
  if (trimmed === '' || trimmed.length > MAX_HREF || !URL.canParse(trimmed)) return undefined;
  const url = new URL(trimmed);
  if (!['http:', 'https:', 'mailto:', 'tel:'].includes(url.protocol)) return undefined;
  // The address as written, unless the parser had to read past something in it.
  const asWritten =
    /^(https?:\/\/|mailto:|tel:)[^\s\\]+$/.test(trimmed) && !/[\0-\x1f]/.test(trimmed);
  const result = asWritten ? trimmed : url.href;
  return result.length > MAX_HREF ? undefined : result;
}

/** Splits plain text into text and links where it names an address of a page or a mailbox. */
export function linkText(text: string): RichTextNode[] {
  const nodes: RichTextNode[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const shown = withoutTrailingPunctuation(match[0]);
    const href = safeHref(addressOf(shown));
    if (href === undefined) continue;
    if (match.index > from) nodes.push({ type: 'text', value: text.slice(from, match.index) });
    nodes.push({
      type: 'element',
      tagName: 'a',
      properties: { href },
      children: [{ type: 'text', value: shown }],
    });
    from = match.index + shown.length;
  }
  if (from < text.length) nodes.push({ type: 'text', value: text.slice(from) });
  return nodes;
}

function addressOf(shown: string): string {
  if (/^www\./i.test(shown)) return `https://${shown}`;
  return /^https?:/i.test(shown) ? shown : `mailto:${shown}`;
}

/** A full stop or a bracket after an address belongs to the sentence, not to the address. */
function withoutTrailingPunctuation(address: string): string {
  let end = address.length;
  for (; end > 0; end -= 1) {
    const last = address[end - 1] ?? '';
    if (last === ')' && address.slice(0, end).includes('(')) break;
    if (!/[.,;:!?)\]}'’*_]/.test(last)) break;
  }
  return address.slice(0, end);
}
