/** Numbers that people can read out on the phone, and nobody can count through. */
import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const NUMBER = /^[0-9]{2}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/** A number of the year of `at`. It may be taken: 40 random bits. */
export function newRequestNumber(at: Date): string {
  const year = String(at.getUTCFullYear()).slice(-2);
  return `${year}-${fourCharacters()}-${fourCharacters()}`;
}

/** As it was written, however it was typed; `undefined`: it is none. */
export function parseRequestNumber(typed: string): string | undefined {
  const plain = typed
    .toUpperCase()
    .replace(/[\s-]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const number = `${plain.slice(0, 2)}-${plain.slice(2, 6)}-${plain.slice(6)}`;
  return NUMBER.test(number) ? number : undefined;
}

function fourCharacters(): string {
  return Array.from({ length: 4 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}
