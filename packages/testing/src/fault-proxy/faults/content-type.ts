import type { ContentType } from '../fault.ts';

/** The target's body under another Content-Type; `null` takes the header away. */
export function contentType(type: string | null): ContentType {
  return { type: 'content-type', contentType: type };
}
