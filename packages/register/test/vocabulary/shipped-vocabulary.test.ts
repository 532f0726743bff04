import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { fold } from '@pvp/sdk/search';
import { compactVocabulary } from '@pvp/sdk/vocabulary';
import { parse } from 'yaml';
import { readEntries } from '../../src/vocabulary/read-entries.ts';
import { shippedVocabulary } from '../../src/vocabulary/shipped-vocabulary.ts';

const FOLDER = new URL('../../src/vocabulary/', import.meta.url);
const FILES = readdirSync(FOLDER).filter(
  (name) => name.endsWith('.yaml') && name !== 'version.yaml',
);
const { entries, version } = shippedVocabulary();
const textOf = (name: string) => readFileSync(new URL(name, FOLDER), 'utf8');

/** Every word or phrase that people type, with its language and its entry. */
const TYPED = entries.flatMap(({ id, terms }) =>
  Object.entries(terms).flatMap(([lang, phrases]) =>
    phrases.map((phrase) => ({ id, lang, phrase })),
  ),
);

describe('the files of the vocabulary', () => {
  for (const name of FILES) {
    test(`${name} is YAML and is read as YAML reads it`, () => {
      assert.deepEqual(readEntries(textOf(name)), parse(textOf(name)));
    });
  }

  test('each begins by saying what it is about, and is read in one sitting', () => {
    for (const name of FILES) {
      assert.match(textOf(name), /^# [A-Z].+\.\n- id: /, name);
      assert.ok(textOf(name).split('\n').length <= 450, name);
    }
  });

  test('a line of another form is named by its number', () => {
    const lines = ['- id: a', '  terms:', '    lv: [b]', '  means: c'];
    assert.throws(() => readEntries(lines.join('\n')), /Line 4 .*means: c/);
    assert.throws(() => readEntries('  means: [c]'), /Line 1 /);
    assert.throws(() => readEntries('- id: Ā'), /Line 1 /);
  });

  test('they have a version', () => {
    assert.ok(Number.isInteger(version) && version >= 1);
  });
});

describe('the entries', () => {
  test('are as many as are promised, in each language', () => {
    const count = (lang: string) => entries.filter(({ terms }) => terms[lang]).length;
    assert.ok(count('lv') >= 500, `${count('lv')} in Latvian`);
    assert.ok(count('ru') >= 100, `${count('ru')} in Russian`);
    assert.ok(count('en') >= 100, `${count('en')} in English`);
  });

  test('have an id of their own, something to type and something that it means', () => {
    assert.equal(new Set(entries.map(({ id }) => id)).size, entries.length);
    for (const { id, terms, means } of entries) {
      assert.ok(Object.keys(terms).length > 0 && means.length > 0, id);
      for (const phrase of [...Object.values(terms).flat(), ...means]) {
        assert.ok(phrase.trim() === phrase && /\p{L}/u.test(phrase), `${id}: ${phrase}`);
      }
    }
  });

  test('are in the letters of their language', () => {
    const letters: Record<string, RegExp> = {
      lv: /^[\p{Script=Latin}\d .-]+$/u,
      ru: /^[\p{Script=Cyrillic}\d .-]+$/u,
      en: /^[A-Za-z\d .-]+$/,
    };
    for (const { id, lang, phrase } of TYPED) {
      assert.match(phrase, letters[lang] ?? /^$/, `${id}/${lang}`);
    }
    for (const { id, means } of entries) {
      for (const phrase of means) assert.match(phrase, letters['lv']!, id);
    }
  });

  test('share no phrase: what is typed leads to one entry, with diacritics and without', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const { id, phrase } of TYPED) {
      const key = fold(phrase).split(' ').sort().join(' ');
      const owner = owners.get(key);
      if (owner !== undefined) shared.push(`${phrase}: ${owner}, ${id}`);
      owners.set(key, id);
    }
    assert.deepEqual(shared, []);
  });

  test('lead to other words, each once', () => {
    for (const { id, terms, means } of entries) {
      const official = means.map(fold);
      assert.equal(new Set(official).size, official.length, id);
      // Titles have everyday words too, and only Russian and English ones have to be led to these.
      if (terms['ru'] || terms['en']) continue;
      for (const phrase of terms['lv'] ?? []) {
        assert.ok(!official.includes(fold(phrase)), `${id}: ${phrase} means itself`);
      }
    }
  });

  // Replicas and mirrors load all of them; a page what leads somewhere: search-words.test.ts.
  for (const [lang, most] of [
    ['lv', 50_000],
    ['ru', 50_000],
    ['en', 40_000],
  ] as const) {
    test(`in one language, compact, load in ${most / 1000} kB: ${lang}`, () => {
      const bytes = brotliCompressSync(
        JSON.stringify({ version: '1.0123456789ab', compact: compactVocabulary(entries, [lang]) }),
        { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } },
      ).byteLength;
      assert.ok(bytes <= most, `${bytes} bytes`);
    });
  }
});
