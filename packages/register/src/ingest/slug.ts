import { cleanLine } from './rich-text/rich-text.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$/;

/** Whether a text can be the id of an object. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

/** Letters without diacritics and digits, words joined by hyphens: the same text, the same slug. */
export function slug(text: string, maxLength = 100): string {
  return cleanLine(text)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, maxLength)
    .replace(/^-+|-+$/g, '');
}
