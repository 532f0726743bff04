/** An entry of the shipped vocabulary, as it stands in its file. */
export interface VocabularyEntry {
  id: string;
  /** By language: words or phrases that people type, as a dictionary gives them. */
  terms: Record<string, string[]>;
  /** Words of the register to look for instead. */
  means: string[];
}

const NAME = /^- id: ([a-z0-9][a-z0-9-]*)$/;
const LIST = /^ {2}(means| {2}[a-z]{2,3}): \[([\p{L}\p{N} .,-]+)\]$/u;

/**
 * Entries of one file of the vocabulary.
 *
 * The files keep to a small part of YAML, which is read here line by line: the library takes about
 * half a second for all of them, at every start.
 *
 * @throws Error where a line is none of that part; the message has its number and its text.
 */
export function readEntries(text: string): VocabularyEntry[] {
  const entries: VocabularyEntry[] = [];
  text.split('\n').forEach((line, at) => {
    if (line === '' || line.startsWith('#') || line === '  terms:') return;
    const id = NAME.exec(line)?.[1];
    if (id !== undefined) return void entries.push({ id, terms: {}, means: [] });
    const [, name = '', list = ''] = LIST.exec(line) ?? [];
    const entry = entries.at(-1);
    if (name === '' || entry === undefined) {
      throw new Error(`Line ${at + 1} is not of the vocabulary's form: ${line}`);
    }
    const phrases = list.split(', ');
    if (name === 'means') entry.means = phrases;
    else entry.terms[name.trim()] = phrases;
  });
  return entries;
}
