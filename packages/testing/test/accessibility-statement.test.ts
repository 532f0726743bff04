import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { test } from 'node:test';

const root = new URL('../../../', import.meta.url);
const statement = readFileSync(new URL('docs/accessibility.md', root), 'utf8');
const folder = new URL('packages/elements/test/', root);

/** Sources of the elements' tests, by the names that the statement gives them. */
const sources = new Map(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => [basename(name, '.test.ts'), readFileSync(new URL(name, folder), 'utf8')]),
);

test('the accessibility statement names tests that exist', () => {
  const named = [...statement.matchAll(/`([\w-]+)` › ([^;|]+?)(?= *[;|]|\. [A-Z]| *$)/gm)];
  assert.ok(named.length > 20, `found only ${named.length} names`);
  for (const [, file, title] of named) {
    const source = sources.get(file!);
    assert.ok(source, `there is no ${file}.test.ts in packages/elements/test`);
    assert.ok(source.includes(title!.trim()), `${file}.test.ts has no test "${title}"`);
  }
});

test('the accessibility statement has a row for every criterion of WCAG 2.2 A and AA', () => {
  const given = new Set(
    statement.match(/^\| \d\.\d\.\d+(–\d\.\d\.\d+)? /gm)?.map((row) => row.slice(2).trim()),
  );
  const wanted =
    `1.1.1 1.2.1–1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10
    1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7
    2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2
    3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3`.split(/\s+/);
  assert.deepEqual([...given], wanted);
});
