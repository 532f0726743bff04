/** Other ways to write a Latvian word: another case, the verb of a noun, a slip of the finger. */

export type Random = () => number;

const KEYS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const LETTERS = 'abdeiklmnoprstuv';
/** How consonants soften before the endings of some cases; clusters first. */
const SOFTENED = Object.entries({
  sn: 'šņ',
  zn: 'žņ',
  sl: 'šļ',
  ln: 'ļņ',
  ll: 'ļļ',
  nn: 'ņņ',
  t: 'š',
  d: 'ž',
  c: 'č',
  l: 'ļ',
  n: 'ņ',
  s: 'š',
  z: 'ž',
  p: 'pj',
  b: 'bj',
  m: 'mj',
  v: 'vj',
});
const SECOND = 'a im i ī i iem us os';
/** By how a word ends: what its stem takes. The first that fits. */
const PARADIGMS: readonly (readonly [RegExp, string])[] = [
  [/^(.+šan)(?:a|as|ai|u|ā)$/, 'a as ai u ā'],
  [/^(.+(?:um|niek|tāj|ēj|īn|ēkl|al|īkl))(?:s|a|am|u|ā|i|iem|us|os)$/, 's a am u ā i iem us os'],
  [/^(.+(?:īb|ācij|ij|auj|tav|ol|iet|ņ|šk))(?:a|as|ai|u|ā|ām|ās)$/, 'a as ai u ā ām ās'],
  [/^(.{3,})(?:ās|ām)$/, 'a as u ām'],
  [/^(.{3,})as$/, 'a as ai u ā ām'],
  [/^(.{3,})es?$/, 'e es ei i ē ēm'],
  [/^(.{3,}[^aeiouāēīū])s$/, 's a am u ā i iem us'],
  [/^(.{3,})ajiem$/, 'ie o ajiem os ā'],
  [/^(.{3,})a$/, 'a as ai u ā'],
];

/** Forms of a word that are told apart in writing; the word alone where its kind is not clear. */
export function formsOf(word: string): string[] {
  const second = /^(.{2,})is$/.exec(word);
  if (second) {
    const [hard, soft] = [second[1]!, softened(second[1]!)];
    const isSoft = (ending: string) => !/^[iī]m?$/.test(ending);
    return SECOND.split(' ').map((ending) => (isSoft(ending) ? soft : hard) + ending);
  }
  for (const [pattern, endings] of PARADIGMS) {
    const stem = pattern.exec(word)?.[1];
    if (stem !== undefined) return endings.split(' ').map((ending) => stem + ending);
  }
  return [word];
}

function softened(stem: string): string {
  const [hard, soft] = SOFTENED.find(([end]) => stem.endsWith(end)) ?? ['', ''];
  return stem.slice(0, stem.length - hard.length) + soft;
}

/** A verb that says what a verbal noun says; `undefined`: the word is none. */
export function verbOf(word: string, random: Random): string | undefined {
  const vowel = /^(.{2,}[āēīo])šan(?:a|as|ai|u|ā)$/.exec(word)?.[1];
  if (vowel) {
    const plain = vowel.replace(/ī$/, 'a');
    return pick([`${vowel}t`, `${vowel}t`, `${vowel}ju`, `jā${plain}`], random);
  }
  const consonant = /^(.{3,}[gkmnlpbrv])šan(?:a|as|ai|u)$/.exec(word)?.[1];
  if (consonant) return `${consonant}t`;
  const foreign = /^(.{3,})āci(?:ja|jas|ju|jai|jā)$/.exec(word)?.[1];
  if (foreign) return pick([`${foreign}ēt`, `${foreign}ē`, `${foreign}ēju`], random);
  return /^ciršanas?$/.test(word) ? 'cirst' : /^maiņas?$/.test(word) ? 'mainīt' : undefined;
}

/** One letter left out, doubled, swapped with the next, hit beside, or another one; never the first. */
export function slipIn(word: string, random: Random): string {
  const at = 1 + Math.floor(random() * (word.length - 1));
  const letter = word[at]!;
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  const kind = Math.floor(random() * 5);
  if (kind === 0) return before + after;
  if (kind === 1) return before + letter + letter + after;
  if (kind === 2 && after && after[0] !== letter)
    return before + after[0] + letter + after.slice(1);
  const plain = unmarked(letter);
  const row = KEYS.find((keys) => keys.includes(plain)) ?? KEYS[0]!;
  const key = row.indexOf(plain);
  if (kind === 3) return before + (row[key + 1] ?? row[key - 1]!) + after;
  return (
    before +
    pick(
      [...LETTERS].filter((other) => other !== plain),
      random,
    ) +
    after
  );
}

export function unmarked(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

export function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)]!;
}

/** mulberry32: the same seed gives the same numbers everywhere. */
export function seededRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
