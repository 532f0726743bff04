import assert from 'node:assert/strict';
import { mkdtemp, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { jsonErrorLine } from '../../src/ingest/json-error-line.ts';
import {
  InputError,
  readInput,
  recordsIn,
  recordsInLines,
  type RawRecord,
} from '../../src/ingest/read-input.ts';

const folder = await mkdtemp(join(tmpdir(), 'pvp-input-'));
after(() => rm(folder, { recursive: true }));

async function all(input: AsyncIterable<RawRecord>): Promise<RawRecord[]> {
  const entries: RawRecord[] = [];
  for await (const entry of input) entries.push(entry);
  return entries;
}

/** Kind, value or reason, and source of each entry. */
function told(entries: RawRecord[]): unknown[] {
  return entries.map((entry) => [
    entry.kind,
    entry.kind === 'record' ? entry.value : entry.reason,
    entry.source,
  ]);
}

test('a folder is read in order, with subfolders; other files and links are named, not read', async () => {
  const root = join(folder, 'mixed');
  await mkdir(join(root, 'b', '.hidden'), { recursive: true });
  await writeFile(join(folder, 'outside.json'), '{"id":"outside"}');
  await writeFile(join(root, 'c.json'), '\uFEFF{"id":"c"}');
  await writeFile(join(root, 'a.ndjson'), '{"id":"a1"}\r\n\n{"id":"a3"}');
  await writeFile(join(root, 'b', 'd.json'), '[{"id":"d1"},{"id":"d2"}]');
  await writeFile(join(root, 'b', '.hidden', 'x.json'), '{"id":"hidden"}');
  await writeFile(join(root, 'b', 'note.txt'), 'text');
  await symlink(join(folder, 'outside.json'), join(root, 'y.json'));
  await symlink(join(root, 'c.json'), join(root, 'z.json'));
  assert.deepEqual(told(await all(readInput(root))), [
    ['record', { id: 'a1' }, 'a.ndjson:1'],
    ['record', { id: 'a3' }, 'a.ndjson:3'],
    ['record', { id: 'd1' }, 'b/d.json, entry 1'],
    ['record', { id: 'd2' }, 'b/d.json, entry 2'],
    ['ignored', 'It is no JSON or NDJSON file.', 'b/note.txt'],
    ['record', { id: 'c' }, 'c.json'],
    ['ignored', 'It is a link that leads out of the folder.', 'y.json'],
    ['ignored', 'It is a link; what it leads to is read at its own place.', 'z.json'],
  ]);
});

test('a malformed line or file is one entry with its place, and the rest goes on', async () => {
  const path = join(folder, 'lines.jsonl');
  await writeFile(
    path,
    Buffer.concat([
      Buffer.from('{"id":"1"}\n{"id":\n{"id":"3"}\n"\xff'),
      Buffer.from([0xff, 0x22, 0x0a]),
      Buffer.from('{"id":"5"}'),
    ]),
  );
  assert.deepEqual(told(await all(readInput(path))), [
    ['record', { id: '1' }, `${path}:1`],
    ['unreadable', 'Line 2 is not JSON.', `${path}:2`],
    ['record', { id: '3' }, `${path}:3`],
    ['unreadable', 'Line 4 is not UTF-8.', `${path}:4`],
    ['record', { id: '5' }, `${path}:5`],
  ]);
  const broken = fileURLToPath(new URL('../../fixtures/legacy-page/bojats.json', import.meta.url));
  assert.deepEqual(told(await all(readInput(broken))), [
    ['unreadable', 'The file is not JSON: it cannot be read from line 4 on.', `${broken}:4`],
  ]);
});

test('lines are found across chunks, and one that never ends does not fill the memory', async () => {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    yield Buffer.from('{"id":"ē');
    yield Buffer.from('"}\n{"a":"');
    for (let count = 0; count < 40; count += 1) yield Buffer.alloc(1024 * 1024, 'x');
    yield Buffer.from('"}\n{"id":"last"}\n');
  }
  const entries = await all(recordsInLines(chunks()));
  assert.deepEqual(
    entries.map(({ kind, source }) => [kind, source]),
    [
      ['record', 'line 1'],
      ['unreadable', 'line 2'],
      ['record', 'line 3'],
    ],
  );
});

test('a document may wrap its list; a record with such a field is no wrapper', () => {
  const values = (document: unknown) =>
    [...recordsIn(document)].map((entry) => (entry.kind === 'record' ? entry.value : undefined));
  assert.deepEqual(values({ services: [1, 2] }), [1, 2]);
  assert.deepEqual(values({ items: [] }), []);
  const entry = { type: 'knowledge-entry', id: 'k', services: ['a'] };
  assert.deepEqual(values(entry), [entry]);
  assert.deepEqual(values('text'), ['text']);
});

test('a path that does not exist is an error of its own', async () => {
  await assert.rejects(all(readInput(join(folder, 'nowhere'))), InputError);
});

test('the line on which JSON ends to be JSON', () => {
  assert.equal(jsonErrorLine('{\n"a": 1,\n}'), 3);
  assert.equal(jsonErrorLine('[1,\n2\n3]'), 3);
  assert.equal(jsonErrorLine('{"a":\n"b\n"}'), 2);
  assert.equal(jsonErrorLine('\n\n{"a": tru}'), 3);
  assert.equal(jsonErrorLine('[[[]]'), 1);
  assert.equal(jsonErrorLine(`${'['.repeat(100_000)}\n]x`), 2);
});
