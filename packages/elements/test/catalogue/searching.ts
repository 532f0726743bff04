/** What tests of search do in a catalogue. */
import { all, find } from '../page.ts';

export const field = (catalogue: Element) =>
  find<HTMLInputElement>(catalogue, 'input[type=search]')!;

/** Puts words into the field as a paste does: one change of all of it. */
export function enter(catalogue: Element, words: string): void {
  field(catalogue).value = words;
  field(catalogue).dispatchEvent(new InputEvent('input'));
}

export const rowIds = (catalogue: Element) =>
  all(catalogue, '.row').map((row) => row.dataset['id']);
export const marked = (catalogue: Element, part: string) =>
  all(catalogue, `.row ${part} mark`).map((mark) => mark.textContent);
