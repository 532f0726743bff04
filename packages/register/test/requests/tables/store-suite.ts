/** What the tables of requests must do on every engine. */
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { Submission } from '../../../src/requests/request-model.ts';
import { RequestStore } from '../../../src/requests/tables/request-store.ts';
import { openDriver, openStore } from '../../../src/store/open-store.ts';
import type { MakePlace } from '../../store/test-place.ts';

const AT = '2026-11-21T08:00:00.000Z';
const LATER = '2026-11-21T09:00:00.000Z';
const MUCH_LATER = '2026-11-21T10:00:00.000Z';

export function submission(number: string, more: Partial<Submission> = {}): Submission {
  return {
    request: {
      number,
      kind: 'information-request',
      profile: 'residents',
      institution: 'ozolleja',
      service: undefined,
      level: 1,
      backend: 'built-in',
      delivery: 'kept',
      runningUntil: undefined,
      lang: 'lv',
      notice: '1',
      receivedAt: AT,
    },
    keyHash: `key of ${number}`,
    bodyHash: `body of ${number}`,
    content: { text: `Text of ${number}`, attributes: undefined, contact: undefined },
    uploads: [],
    proof: undefined,
    tasks: [],
    ...more,
  };
}

/** @param lasts Whether a place outlives the store that is opened on it. */
export function requestStoreSuite(name: string, makePlace: MakePlace, lasts = true): void {
  const open = async (t: TestContext) => {
    const store = await RequestStore.open(await makePlace(t));
    t.after(() => store.close());
    return store;
  };

  describe(`requests in ${name}`, () => {
    test('come back as they were written', async (t) => {
      const store = await open(t);
      const content = {
        text: 'Garumzīmes un “pēdiņas”',
        attributes: { when: '2026-11-20', often: true, ways: ['a', 'b'] },
        contact: { email: 'anna@example.org' },
      };
      const outcome = await store.submit(submission('26-AAAA-0001', { content }));
      assert.equal(outcome.status, 'created');
      assert.deepEqual(await store.text('26-AAAA-0001'), content);
      const request = await store.get('26-AAAA-0001');
      assert.deepEqual(request, outcome.status === 'created' && outcome.request);
      assert.equal(await store.get('26-AAAA-0002'), undefined);
    });

    test('are told apart by key, body, number, proof and files', async (t) => {
      const store = await open(t);
      const proof = { id: 'p1', expiresAt: LATER };
      const upload = { id: 'u1', name: 'a.pdf', mediaType: 'application/pdf', bytes: 3 };
      assert.ok(await store.addUpload(upload, Buffer.from('pdf'), AT, 1000));
      const first = submission('26-AAAA-0001', { proof, uploads: ['u1'] });
      assert.equal((await store.submit(first)).status, 'created');
      assert.equal((await store.submit(first)).status, 'repeated');
      const outcomes = [
        { ...first, bodyHash: 'another' },
        submission('26-AAAA-0001', { keyHash: 'another' }),
        submission('26-AAAA-0002', { proof }),
        submission('26-AAAA-0003', { uploads: ['u1'] }),
      ];
      const told = [];
      for (const each of outcomes) told.push((await store.submit(each)).status);
      assert.deepEqual(told, ['key-reused', 'number-taken', 'proof-spent', 'no-such-upload']);
      assert.equal((await store.list({}, undefined, 10)).length, 1);
      assert.deepEqual(await store.uploads('26-AAAA-0001'), [upload]);
    });

    test('of one key, at once from two processes, are one', async (t) => {
      const place = await makePlace(t);
      const stores = await Promise.all([RequestStore.open(place), RequestStore.open(place)]);
      t.after(() => Promise.all(stores.map((store) => store.close())));
      // A database in memory belongs to one store; there both ask the same.
      const shared = lasts ? stores : [stores[0]!, stores[0]!];
      for (let n = 0; n < 10; n++) {
        const outcomes = await Promise.all(
          shared.map((store, index) =>
            store.submit(
              submission(`26-AAAA-00${n}${index}`, { keyHash: `key ${n}`, bodyHash: 'b' }),
            ),
          ),
        );
        assert.deepEqual(outcomes.map(({ status }) => status).sort(), ['created', 'repeated']);
      }
      assert.equal((await shared[0]!.list({}, undefined, 100)).length, 10);
    });

    test('that share a transaction with one that fails are written all the same', async (t) => {
      const store = await open(t);
      const broken = store.write((session) => session.all('SELECT nothing FROM nowhere'));
      const good = Array.from({ length: 5 }, (_, n) => store.submit(submission(`26-AAAA-000${n}`)));
      await assert.rejects(broken);
      const outcomes = await Promise.all(good);
      assert.ok(outcomes.every(({ status }) => status === 'created'));
      assert.equal((await store.list({}, undefined, 10)).length, 5);
    });

    test('are held for one attempt at a time, which counts from its beginning', async (t) => {
      const store = await open(t);
      const task = { id: 'd1', task: 'deliver' as const, attempts: 0, dueAt: AT };
      await store.submit(submission('26-AAAA-0001', { tasks: [task] }));
      assert.deepEqual(await store.due(AT, 10), [
        { id: 'd1', task: 'deliver', institution: 'ozolleja' },
      ]);
      const held = await Promise.all([store.hold('d1', AT, LATER), store.hold('d1', AT, LATER)]);
      assert.deepEqual(
        held.map((row) => row?.attempts),
        [1, undefined],
      );
      assert.deepEqual(await store.due(AT, 10), []);
      // Whoever held it died: with time it is due again.
      const again = await store.hold('d1', LATER, MUCH_LATER);
      assert.equal(again?.attempts, 2);
      await store.postpone('d1', MUCH_LATER, 'It was down.');
      assert.equal((await store.outbox('26-AAAA-0001'))[0]?.lastError, 'It was down.');
      assert.deepEqual(await store.failing(), { rows: 1, since: AT });
    });

    test('leave their text where their own system is to keep it', async (t) => {
      const store = await open(t);
      const task = { id: 'd1', task: 'deliver' as const, attempts: 1, dueAt: LATER };
      const upload = { id: 'u1', name: 'a.pdf', mediaType: 'application/pdf', bytes: 3 };
      await store.addUpload(upload, Buffer.from('pdf'), AT, 1000);
      await store.submit(
        submission('26-AAAA-0001', {
          tasks: [task],
          uploads: ['u1'],
          content: { text: 'Slepens', attributes: { a: 'b' }, contact: { phone: '200' } },
        }),
      );
      const taken = { backend: 'zammad', reference: '42', keep: 'state' as const };
      await store.delivered({ id: 'd1', number: '26-AAAA-0001' }, taken);
      const empty = { text: '', attributes: undefined, contact: undefined };
      assert.deepEqual(await store.text('26-AAAA-0001'), empty);
      assert.deepEqual(await store.uploads('26-AAAA-0001'), []);
      assert.equal((await store.content('u1')).length, 0);
      const request = await store.get('26-AAAA-0001');
      assert.equal(request?.delivery, 'delivered');
      assert.equal(request.reference, '42');
      assert.deepEqual(await store.outbox('26-AAAA-0001'), []);
    });

    test('keep large files whole, and take no more than there is room for', async (t) => {
      const store = await open(t);
      const content = Buffer.alloc(700_001, 'ķ');
      const upload = { id: 'u1', name: 'a.bin', mediaType: 'x/y', bytes: content.length };
      assert.equal(await store.addUpload(upload, content, AT, 700_000), false);
      assert.equal(await store.addUpload(upload, content, AT, 700_001), true);
      assert.ok((await store.content('u1')).equals(content));
      const more = { ...upload, id: 'u2', bytes: 1 };
      assert.equal(await store.addUpload(more, content.subarray(0, 1), AT, 700_001), false);
      assert.equal(await store.purgeUploads(AT), 0, 'not older than that');
      assert.equal(await store.purgeUploads(LATER), 1);
      assert.equal((await store.content('u1')).length, 0);
    });

    test('do not touch what else is in the database', async (t) => {
      const place = await makePlace(t);
      const records = await openStore(place);
      t.after(() => records.close());
      const before = await records.position();
      const store = await RequestStore.open(place);
      t.after(() => store.close());
      await store.submit(submission('26-AAAA-0001'));
      assert.deepEqual(await records.position(), before);
    });

    // A database in memory is gone with its store, so no newer program can have written it.
    if (!lasts) return;
    test('of a newer program are left alone', async (t) => {
      const place = await makePlace(t);
      await (await RequestStore.open(place)).close();
      const driver = await openDriver(place);
      await driver.transaction(async (session) => ({
        commit: true,
        value: await session.all('UPDATE pvp_schema SET version = 99 WHERE id = 2'),
      }));
      await driver.close();
      await assert.rejects(RequestStore.open(place), { code: 'newer-schema' });
    });
  });
}
