import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test, type TestContext } from 'node:test';
import type { RegisterChange } from '@pvp/sdk';
import { ChangeFeed, type ChangeFeedOptions, type Timers } from '@pvp/sdk/live';
import { startTestRegister, until } from './support/test-register.ts';

/** Timers that run when the test says so. */
function handTimers() {
  const set: { run: () => void; milliseconds: number }[] = [];
  const timers: Timers = (run, milliseconds) => {
    const timer = { run, milliseconds };
    set.push(timer);
    return () => void (set.includes(timer) && set.splice(set.indexOf(timer), 1));
  };
  const waits = () => set.map((timer) => timer.milliseconds);
  return { timers, waits, fire: () => set.splice(0).forEach((timer) => timer.run()) };
}

/** Web Locks within one process, as far as the feed uses them: Node 20 has none. */
function oneLock(): Pick<LockManager, 'request'> {
  let last: Promise<unknown> = Promise.resolve();
  const request = (_name: string, options: LockOptions, run: () => Promise<unknown>) => {
    const mine = last.then(() => {
      options.signal?.throwIfAborted();
      return run();
    });
    last = mine.catch(() => undefined);
    return mine;
  };
  return { request: request as LockManager['request'] };
}

async function start(t: TestContext) {
  const register = await startTestRegister(t);
  const streams: ServerResponse[] = [];
  const streaming = (response: ServerResponse) => {
    streams.push(response);
    response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  };
  register.answer(streaming);
  const feed = (options: Partial<ChangeFeedOptions> = {}) => {
    const heard: RegisterChange[] = [];
    const made = new ChangeFeed({
      register: register.origin,
      onChange: (change) => heard.push(change),
      random: () => 0.2,
      locks: undefined,
      ...options,
    });
    t.after(() => made.stop());
    return { feed: made, heard, start: () => made.start() };
  };
  const send = (nth: number, seq: number, ...scopes: string[]) =>
    streams[nth]!.write(
      `event: head\ndata: ${JSON.stringify({ checkpoint: `e.${seq}`, scopes })}\n\n`,
    );
  return { register, streams, streaming, feed, send };
}

test('changes are told; the first of a connection may hide others', async (t) => {
  const { feed, send, streams } = await start(t);
  const { heard, start: begin } = feed();
  begin();
  await until(() => streams.length === 1, 'the stream');
  send(0, 4);
  send(0, 5, 'institution/ozolleja');
  send(0, 5, 'institution/ozolleja');
  await until(() => heard.length === 2, 'two changes');
  assert.deepEqual(heard, [
    { checkpoint: 'e.4', scopes: ['all'] },
    { checkpoint: 'e.5', scopes: ['institution/ozolleja'] },
  ]);
});

test('a lost connection comes back after growing pauses, up to a minute', async (t) => {
  const { register, feed, send, streams, streaming } = await start(t);
  const { timers, waits, fire } = handTimers();
  register.answer((response) => response.writeHead(503).end());
  const { heard, start: begin } = feed({ timers });
  begin();
  const pauses: number[] = [];
  for (let nth = 1; nth <= 9; nth++) {
    await until(() => register.asked.length === nth && waits()[0] !== 45_000, `pause ${nth}`);
    pauses.push(waits()[0]!);
    if (nth === 9) register.answer(streaming);
    fire();
  }
  assert.deepEqual(pauses, [600, 1200, 2400, 4800, 9600, 19_200, 36_000, 36_000, 36_000]);
  await until(() => streams.length === 1, 'the stream');
  send(0, 1);
  await until(() => heard.length === 1, 'the change');
  streams[0]!.end();
  await until(() => waits().length === 1 && waits()[0] === 600, 'a short pause again');
});

test('a page in place of a stream is no stream', async (t) => {
  const { register, feed } = await start(t);
  const { timers, waits } = handTimers();
  register.answer((response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<p>'),
  );
  const { heard, start: begin } = feed({ timers });
  begin();
  await until(() => waits()[0] === 600, 'the pause');
  assert.deepEqual(heard, []);
});

test('the register may ask for longer pauses', async (t) => {
  const { feed, streams } = await start(t);
  const { timers, waits } = handTimers();
  feed({ timers }).start();
  await until(() => streams.length === 1, 'the stream');
  streams[0]!.end('retry: 8000\n\n');
  await until(() => waits()[0] === 4800, 'the longer pause');
});

test('silence ends a connection; a comment is no silence', async (t) => {
  const { register, feed, streams } = await start(t);
  const { timers, waits, fire } = handTimers();
  feed({ timers }).start();
  await until(() => streams.length === 1 && waits()[0] === 45_000, 'the silence limit');
  let closed = false;
  streams[0]!.on('close', () => (closed = true));
  fire();
  await until(() => closed && waits()[0] === 600, 'the end of the silent connection');
  fire();
  await until(() => register.asked.length === 2 && streams.length === 2, 'the next connection');
});

test('after a stop nothing is told and nothing is asked', async (t) => {
  const { feed, send, streams, register } = await start(t);
  const { feed: made, heard, start: begin } = feed();
  begin();
  begin();
  await until(() => streams.length === 1, 'the stream');
  send(0, 1);
  await until(() => heard.length === 1, 'the change');
  let closed = false;
  streams[0]!.on('close', () => (closed = true));
  made.stop();
  await until(() => closed, 'the end of the stream');
  begin();
  await until(() => streams.length === 2, 'a second start');
  send(1, 2);
  await until(() => heard.length === 2, 'the next change');
  assert.equal(register.asked.length, 2);
});

test('tabs share one stream, and another takes over when its holder stops', async (t) => {
  const { feed, send, streams, register } = await start(t);
  const locks = oneLock();
  const [first, second, third] = [feed({ locks }), feed({ locks }), feed({ locks })];
  first.start();
  second.start();
  await until(() => streams.length === 1, 'the stream');
  send(0, 1);
  await until(() => second.heard.length === 1, 'the second tab hears');
  assert.deepEqual(second.heard, [{ checkpoint: 'e.1', scopes: ['all'] }]);

  third.start();
  await until(() => third.heard.length === 1, 'a later tab learns where the log stands');
  assert.equal(second.heard.length, 1);
  assert.equal(register.asked.length, 1);

  first.feed.stop();
  await until(() => streams.length === 2, 'another tab takes over');
  send(1, 1);
  send(1, 2, 'institution/ozolleja');
  await until(() => second.heard.length === 2 && third.heard.length === 2, 'both hear');
  assert.deepEqual(third.heard[1], { checkpoint: 'e.2', scopes: ['institution/ozolleja'] });
  assert.equal(first.heard.length, 1);
  assert.equal(register.asked.length, 2);
});
