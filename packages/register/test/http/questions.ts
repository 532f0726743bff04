/** Questions as people type them, made of texts that a register holds. Repeatable. */

export type Random = () => number;

/** mulberry32: the same seed gives the same numbers everywhere. */
export function seededRandom(seed: number): Random {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const ENDINGS = ['a', 'as', 'u', 'am', 'ai', 'ā', 'os', 'iem', 'ot', 'ēt', ''];
const OPENINGS = ['kā ', 'kur saņemt ', 'vai es varu ', 'kas vajadzīgs, lai '];
const LETTERS = 'aābcčdeēgikķlļmnņoprsštuūvzž';

/** Some words of the texts, in other forms, mistyped, cut off, among others and without marks. */
export function questionsAbout(texts: readonly string[], count: number, random: Random): string[] {
  const pick = <T>(values: readonly T[] | string): T =>
    values[Math.floor(random() * values.length)] as T;
  const chance = (share: number) => random() < share;
  return Array.from({ length: count }, () => {
    const all = pick(texts).split(/\s+/).filter(Boolean);
    const from = Math.floor(random() * all.length);
    let words = all.slice(from, from + 1 + Math.floor(random() * 4));
    if (chance(0.1)) words.push(pick(pick(texts).split(' ')));
    if (chance(0.2)) words.reverse();
    words = words.map((word) => {
      if (chance(0.2)) return word.slice(0, -1) + pick(ENDINGS);
      if (!chance(0.15)) return word;
      const at = Math.floor(random() * word.length);
      return word.slice(0, at) + (chance(0.5) ? pick(LETTERS) : '') + word.slice(at + 1);
    });
    let question = words.join(' ');
    if (chance(0.2)) question = question.slice(0, Math.ceil(question.length * random()));
    if (chance(0.3)) question = question.normalize('NFD').replace(/\p{M}/gu, '');
    if (chance(0.1)) question = question.normalize('NFD');
    if (chance(0.15)) question = `${pick<string>(OPENINGS)}${question}?`;
    return question.slice(0, 200).trim() || pick<string>(LETTERS);
  });
}
