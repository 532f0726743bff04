import { virtual } from '@guidepup/virtual-screen-reader/browser.js';

/** A page is shorter, so that a walk that went past what was meant ends. */
const MOST_STEPS = 400;

/** The virtual screen reader steps on until a phrase is heard; everything heard on the way. */
export async function readUntil(meant: string | RegExp): Promise<string[]> {
  const heard: string[] = [];
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const last = await virtual.lastSpokenPhrase();
    heard.push(last);
    if (typeof meant === 'string' ? last === meant : meant.test(last)) return heard;
    await virtual.next();
  }
  throw new Error(`Never heard ${meant}; heard ${heard.join(' | ')}`);
}
