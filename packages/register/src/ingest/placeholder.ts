import { cleanLine } from './rich-text/rich-text.ts';

const PLACEHOLDER =
  /^(?:[-–—_.*•]*|n\/a|nav|nav norādīts|nav pieejams|nav zināms|nav informācijas|ir|none|skatīt(?: [\p{L} ]{1,40})?|(?:lai apskatītos )?(?:spied|klikšķini)(?:et)? (?:šeit|te)(?: \([\p{L}]+\))?|saite uz datni)[.:]?$/iu;

/** Whether a text stands where a value belongs and says nothing ("-", "Nav.", "Skatīt maksājumus"). */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(cleanLine(text));
}
