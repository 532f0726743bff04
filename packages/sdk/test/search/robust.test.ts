/** Whatever is typed or stored: nothing throws, time is bounded, and the same question stays the same. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Service } from '@pvp/contract';
import { ChangingCatalogue, explainService } from '@pvp/sdk/query';
import { fold, highlights, Vocabulary, wordOf, wordsOf } from '@pvp/sdk/search';
import { randomService, seededRandom, words, type Random } from '../support/random-services.ts';
import { catalogue, service } from './catalogue.ts';

const HOSTILE = [
  '\u0000',
  '\ud800',
  '\udfff\ud800',
  '👩‍👩‍👧‍👦'.repeat(500),
  'a' + '\u0301'.repeat(10_000),
  '\u0315\u0300\u05ae\u0301'.repeat(2_500),
  'שלום עולם '.repeat(500),
  '\u202eabc\u202c',
  'İSTANBUL ıIiİ',
  'ﷺ'.repeat(500),
  'a'.repeat(10_000),
  'a '.repeat(5_000),
  'ж'.repeat(10_000),
  '…!?'.repeat(3_000),
  '𝔡𝔷𝔦𝔳𝔢𝔰 ｖｉｅｔａ ①②③',
  '__proto__ constructor toString hasOwnProperty',
  '%00 "\'<script>',
];

function randomText(random: Random): string {
  const length = Math.floor(random() ** 3 * 400);
  return Array.from({ length }, () => {
    const dice = random();
    if (dice < 0.3) return ' ';
    if (dice < 0.6) return 'aāeēsštkžz'[Math.floor(random() * 10)]!;
    return String.fromCharCode(Math.floor(random() * 0x10000));
  }).join('');
}

test('no text makes the analyser throw, and looking twice changes nothing', () => {
  const random = seededRandom(5);
  for (const text of [...HOSTILE, ...Array.from({ length: 500 }, () => randomText(random))]) {
    const folded = fold(text);
    assert.equal(fold(folded), folded);
    for (const word of wordsOf(text).slice(0, 50)) {
      assert.deepEqual(wordsOf(word), [word]);
      const { stem, root } = wordOf(word);
      assert.ok(stem.length <= 200 && root.length <= 200);
    }
  }
});

test('folding every character of the first plane twice changes nothing', () => {
  for (let code = 0; code < 0x10000; code++) {
    const once = fold(String.fromCharCode(code));
    assert.equal(fold(once), once, code.toString(16));
  }
});

test('no question makes a list throw, and asking again answers the same', () => {
  const index = catalogue();
  const random = seededRandom(6);
  for (const q of [...HOSTILE, ...Array.from({ length: 300 }, () => randomText(random))]) {
    const before = process.cpuUsage();
    const answer = index.answer({ q });
    // Of the processor alone: other work on the machine says nothing about the question.
    assert.ok(process.cpuUsage(before).user < 1_000_000, q.slice(0, 40));
    assert.deepEqual(index.answer({ q }), answer);
    highlights('Dzīvesvietas deklarēšana', q, new Vocabulary());
    explainService(index, { q }, 'dzivesvieta');
  }
});

test('no text of a service makes it unfindable by its other words', () => {
  const index = new ChangingCatalogue();
  HOSTILE.forEach((text, nth) => {
    const more = { keywords: [text], summary: { lv: text }, alternativeTitles: [{ lv: text }] };
    index.putService(service(`S-${nth}`, `Pakalpojums${nth}x ${text.slice(0, 500)}`, more));
    index.putSynonym(`s-${nth}`, { terms: { lv: [text] }, means: [text] });
  });
  HOSTILE.forEach((text, nth) => {
    assert.equal(index.list({ q: `pakalpojums${nth}x` }).items[0]!.id, `S-${nth}`);
    index.answer({ q: text });
  });
});

test('changes one by one end where a fresh index begins', () => {
  for (const seed of [1, 2]) {
    const random = seededRandom(seed);
    const changed = new ChangingCatalogue();
    const held = new Map<string, Service>();
    const put = (id: string) => {
      const one = { ...randomService(random, id), kind: 'public-individual' as const };
      held.set(id, one);
      changed.putService(one);
    };
    for (let round = 0; round < 400; round++) {
      const id = `PV-${Math.floor(random() * 60)}`;
      if (random() < 0.3) {
        held.delete(id);
        changed.deleteService(id);
      } else put(id);
      if (round % 25 === 0) changed.list({ q: words(random, 1) });
    }
    const fresh = new ChangingCatalogue();
    for (const one of [...held.values()].reverse()) fresh.putService(one);
    for (let nth = 0; nth < 150; nth++) {
      const all = words(random, 1 + Math.floor(random() * 3));
      const q = all.slice(0, 2 + Math.floor(random() * all.length));
      assert.deepEqual(changed.answer({ q }), fresh.answer({ q }), q);
    }
  }
});

test('a word that is too long leaves with its last text and comes again', () => {
  const long = 'ļoti'.repeat(20);
  const index = new ChangingCatalogue();
  for (let round = 0; round < 2; round++) {
    index.putService(service('x', `${long} krasts`));
    index.putService(service('y', 'Krasts'));
    assert.deepEqual(
      index.list({ q: `${long}am` }).items.map(({ id }) => id),
      ['x'],
    );
    index.deleteService('x');
    assert.equal(index.list({ q: long }).total, 0);
  }
});

test('a text has the same words beside a character that needs the general rules', () => {
  const letters = Array.from({ length: 0x460 }, (_, code) => String.fromCharCode(code));
  for (const letter of [...letters, ...'‐–—’“”„…‧']) {
    const text = `Ēka${letter}māja 12${letter}`;
    // A letter of another alphabet, as a word of its own.
    const all = wordsOf(`${text} 水`);
    assert.deepEqual(wordsOf(text), all.slice(0, -1), JSON.stringify(letter));
    const folded = fold(`${text} 水`);
    assert.equal(fold(text), folded.slice(0, -2), JSON.stringify(letter));
  }
});
