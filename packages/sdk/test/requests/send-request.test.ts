/** A request is sent exactly once, whatever happens between a device and a real register. */
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ProblemError } from '@pvp/sdk/client';
import {
  MemoryShelf,
  RequestBox,
  RequestClient,
  sendRequest,
  type KeptFile,
  type RequestBody,
} from '@pvp/sdk/requests';
import { openRegister } from '@pvp/testing';
import {
  loseAnswer,
  openFaultProxy,
  seededRandom,
  tooMany,
  unavailable,
} from '@pvp/testing/fault-proxy';

const BODY: RequestBody = {
  kind: 'information-request',
  institutionId: 'ozolleja',
  serviceId: 'PV-1001',
  text: 'Vai dzīvesvietu var deklarēt arī bērnam?',
  noticeVersion: '2026-11',
  contact: { email: 'janis@piemers.example' },
};

async function open(t: TestContext, env: Record<string, string> = {}) {
  let minutes = 0;
  const clock = () => new Date(Date.UTC(2026, 10, 26, 9, minutes));
  const register = await openRegister({
    clock,
    env: {
      PVP_REQUESTS: JSON.stringify({ difficulty: 6, ...JSON.parse(env['requests'] ?? '{}') }),
    },
  });
  t.after(() => register.close());
  const line = await openFaultProxy({ target: register.origin, random: seededRandom(1) });
  t.after(() => line.close());
  const box = new RequestBox({ shelf: new MemoryShelf() });
  const client = new RequestClient({ register: line.origin, retry: 0, timeoutMs: 3_000 });
  const { signal } = new AbortController();
  return {
    register,
    line,
    box,
    client,
    pass: (more: number) => (minutes += more),
    write: async (files: readonly KeptFile[] = []) => {
      const draft = { ...box.newDraft(line.origin, 'place'), files };
      return (await box.enqueue(draft, BODY)).key;
    },
    send: (key: string, now?: () => number) =>
      sendRequest(key, { box, client, signal, ...(now && { now }) }),
    /** Numbers of all requests that the help desk sees. */
    arrived: async () => {
      const headers = { authorization: `Bearer ${register.adminToken}` };
      const answer = await fetch(`${register.origin}/v1/admin/requests`, { headers });
      const { items } = (await answer.json()) as { items: { number: string }[] };
      return items.map(({ number }) => number);
    },
  };
}

const text = (name: string): KeptFile => ({
  id: name,
  name,
  content: new Blob(['Pielikuma teksts\n'], { type: 'text/plain' }),
});

test('a request is sent, and nothing that the person wrote stays on the device', async (t) => {
  const { box, write, send, arrived, line } = await open(t);
  const key = await write([text('piezimes.txt')]);
  const outcome = await send(key);
  assert.equal(outcome.status, 'sent');
  const [entry, ...others] = await box.list(line.origin);
  assert.deepEqual(others, []);
  assert.doesNotMatch(JSON.stringify(entry), /dzīvesvietu|piemers|piezimes/);
  assert.deepEqual(await arrived(), [entry?.receipt?.number]);
});

test('whoever has number and secret sees the state; a wrong secret is refused', async (t) => {
  const { client, write, send } = await open(t);
  const outcome = await send(await write());
  assert.ok(outcome.status === 'sent');
  const { number, secret } = outcome.receipt;
  const tracked = await client.getRequest(number, secret);
  assert.equal(tracked.state, 'acknowledged');
  assert.equal(tracked.text, BODY.text);
  await assert.rejects(
    client.getRequest(number, 'x'.repeat(secret.length)),
    (error) => error instanceof ProblemError && error.status === 401,
  );
});

test('where the answer is lost, the repetition gives the number of the first call', async (t) => {
  const { line, box, write, send, arrived } = await open(t);
  line.on('/v1/requests', loseAnswer(), { times: 1 });
  const key = await write([text('piezimes.txt')]);
  const first = await send(key);
  assert.equal(first.status, 'later');
  const waiting = await box.find(key);
  assert.equal(waiting?.inDoubt, true);
  // It may have arrived: it cannot become a draft again, and be sent as another request.
  assert.equal(await box.takeBack(key, 'place'), undefined);
  const second = await send(key);
  assert.ok(second.status === 'sent');
  assert.deepEqual(await arrived(), [second.receipt.number]);
});

test('a register that is down leaves the request to the device, which may correct it', async (t) => {
  const { line, box, write, send, arrived } = await open(t);
  await line.refuseConnections();
  const key = await write();
  assert.equal((await send(key)).status, 'later');
  const draft = await box.takeBack(key, 'place');
  assert.equal(draft?.status, 'draft');
  await line.acceptConnections();
  await box.enqueue(draft!, BODY);
  assert.equal((await send(key)).status, 'sent');
  assert.equal((await arrived()).length, 1);
});

test('two tabs that send the same draft at once make one request', async (t) => {
  const { box, write, send, arrived } = await open(t);
  const key = await write([text('piezimes.txt')]);
  const outcomes = await Promise.all([send(key), send(key), send(key)]);
  const numbers = outcomes.map((outcome) => outcome.status === 'sent' && outcome.receipt.number);
  assert.equal(new Set(numbers).size, 1);
  assert.deepEqual(await arrived(), [numbers[0]]);
  // A tab that still shows the draft can neither keep it nor send it again.
  const draft = { ...box.newDraft('https://register.example', 'place'), key };
  assert.equal(await box.save(draft), false);
  assert.equal((await box.enqueue(draft, BODY)).status, 'sent');
});

test('a proof that is too old is replaced; the key stays', async (t) => {
  const { line, register, write, send, pass, arrived } = await open(t);
  // The clock of the register goes on between challenge and request.
  line.killAt(2, () => void pass(11));
  const outcome = await send(await write());
  assert.equal(outcome.status, 'sent');
  assert.equal((await arrived()).length, 1);
  assert.ok(line.count('/v1/request-challenge') >= 2, register.origin);
});

test('files that the register has forgotten are sent anew', async (t) => {
  const { box, line, write, send, arrived } = await open(t);
  const key = await write([text('piezimes.txt')]);
  await box.noteUpload(key, 'piezimes.txt', {
    id: 'f'.repeat(36),
    name: 'piezimes.txt',
    mediaType: 'text/plain',
    bytes: 17,
  });
  assert.equal((await send(key)).status, 'sent');
  assert.equal(line.count('/v1/uploads'), 1);
  assert.equal((await arrived()).length, 1);
});

test('what the register does not take is told with its field', async (t) => {
  const { box, line, send } = await open(t);
  const key = (
    await box.enqueue(
      {
        ...box.newDraft(line.origin, 'place'),
        files: [
          text('laba.txt'),
          { id: 'b', name: 'ata.pdf', content: new Blob(['MZ'], { type: 'application/pdf' }) },
        ],
      },
      BODY,
    )
  ).key;
  const files = await send(key);
  assert.ok(files.status === 'refused');
  assert.equal(files.error.status, 415);
  assert.deepEqual(
    files.fields.map(({ field }) => field),
    ['/attachments/1'],
  );
  const other = box.newDraft(line.origin, 'place');
  await box.enqueue(other, { ...BODY, contact: { email: 'nav adreses' } });
  const outcome = await send(other.key);
  assert.ok(outcome.status === 'refused');
  assert.deepEqual(
    outcome.fields.map(({ field }) => field),
    ['/contact/email'],
  );
  assert.equal((await box.find(other.key))?.inDoubt, false);
});

test('a register that has too much to do says when to come back', async (t) => {
  const { box, line, write, send, arrived } = await open(t);
  line.on('/v1/requests', tooMany({ seconds: 40 }), { times: 1 });
  const key = await write();
  const busy = await send(key);
  assert.ok(busy.status === 'later');
  assert.equal(busy.seconds, 40);
  assert.equal((await box.find(key))?.inDoubt, false);
  line.on('/v1/requests', unavailable({ seconds: 50 }), { times: 1 });
  const down = await send(key);
  assert.ok(down.status === 'later');
  assert.equal(down.seconds, 50);
  // Who fails may have taken it.
  assert.equal((await box.find(key))?.inDoubt, true);
  assert.equal((await send(key)).status, 'sent');
  assert.equal((await arrived()).length, 1);
});

test('a key that came with other words is told apart from a failure', async (t) => {
  const { box, line, write, send, arrived } = await open(t);
  const key = await write();
  await send(key);
  await box.forget(key);
  const draft = { ...box.newDraft(line.origin, 'place'), key };
  await box.enqueue(draft, { ...BODY, text: 'Cits teksts' });
  assert.equal((await send(key)).status, 'sent-before');
  assert.equal((await arrived()).length, 1);
});

test('drafts and receipts are forgotten in time; what waits is not', async () => {
  const day = 86_400_000;
  let now = 0;
  const register = 'https://register.example';
  const box = new RequestBox({ shelf: new MemoryShelf(), now: () => now });
  await box.save(box.newDraft(register, 'one'));
  const waiting = await box.enqueue(box.newDraft(register, 'two'), BODY);
  const sent = await box.enqueue(box.newDraft(register, 'three'), BODY);
  const receipt = { number: '26-AAAA-BBBB', secret: 's', receivedAt: '2026-11-26T09:00:00Z' };
  await box.noteReceipt(sent.key, receipt);
  const kept = async () => (await box.list(register)).map(({ status }) => status);
  assert.deepEqual(await kept(), ['draft', 'waiting', 'sent']);
  now = 8 * day;
  assert.deepEqual(await kept(), ['draft', 'waiting']);
  now = 400 * day;
  assert.deepEqual(await kept(), ['waiting']);
  assert.equal((await box.find(waiting.key))?.body?.text, BODY.text);
});
