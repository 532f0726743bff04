/** Whether things have the room that they need. */
import { nameOf } from './focus.ts';

/** A link within a sentence may be as high as its line (WCAG 2.5.8, inline). */
export function isInSentence(element: Element): boolean {
  const around = element.parentElement?.textContent.trim() ?? '';
  return element.localName === 'a' && around !== element.textContent.trim();
}

/** Whatever is wider than the room it has, or cut off on purpose of nobody. */
export function spilling(root: ShadowRoot): string[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const { overflowY, webkitLineClamp } = getComputedStyle(element);
    // A table that is too wide scrolls in a frame of its own, which the keyboard reaches.
    if (element.closest('.table') || webkitLineClamp !== 'none') return [];
    // A field scrolls what is written in it.
    if (element.matches('input, textarea')) return [];
    // Meant for ears alone.
    if (getComputedStyle(element.closest('thead') ?? element).clipPath !== 'none') return [];
    const wide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    const cut = overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1;
    return wide || cut ? [`${nameOf(element).slice(0, 80)} (${element.className})`] : [];
  });
}

/** Rules of a reader's own for text: WCAG 1.4.12. */
export const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }`;
