import assert from 'node:assert/strict';
import { test } from 'node:test';
import { EventStreamParser } from '@pvp/sdk/live';

function parse(bytes: Uint8Array, cuts: readonly number[]) {
  const heard: unknown[] = [];
  const parser = new EventStreamParser({
    onEvent: (event) => heard.push(event),
    onRetry: (milliseconds) => heard.push(milliseconds),
  });
  let from = 0;
  for (const cut of [...cuts, bytes.length]) {
    parser.push(bytes.subarray(from, cut));
    from = cut;
  }
  return heard;
}

const lines = [
  ': a comment',
  'retry: 2500',
  'retry: soon',
  'event: head',
  'data: {"title":',
  'data: "Bērzkroga 🌲 novads"}',
  'id: 7',
  '',
  'data',
  '',
  'event: nothing',
  '',
  'data:no space',
  'unknown: field',
  'data:  two spaces',
  '',
  'data: never ended',
];
const expected = [
  2500,
  { event: 'head', data: '{"title":\n"Bērzkroga 🌲 novads"}', id: '7' },
  { event: 'message', data: '', id: '7' },
  { event: 'message', data: 'no space\n two spaces', id: '7' },
];

for (const [name, end] of [
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
] as const) {
  test(`events are read the same wherever the bytes are cut (${name})`, () => {
    const bytes = new TextEncoder().encode(`\ufeff${lines.join(end)}`);
    for (let cut = 0; cut <= bytes.length; cut++) {
      assert.deepEqual(parse(bytes, [cut]), expected, `cut at ${cut}`);
      assert.deepEqual(parse(bytes, [cut, cut, Math.min(cut + 1, bytes.length)]), expected);
    }
    assert.deepEqual(parse(bytes, [...bytes.keys()]), expected, 'byte by byte');
  });
}
