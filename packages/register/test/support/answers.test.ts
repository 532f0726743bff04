import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import type { AnswerList, FoundAnswer } from '@pvp/contract';
import { ReplicaCatalogue } from '@pvp/sdk/replica-catalogue';
import { answersIn, supportIn } from '@pvp/sdk/support';
import type { ReplicaRecord } from '@pvp/sdk/sync';
import { openRegister } from '@pvp/testing';
import { checked } from '../http/contract-check.ts';

async function open(t: TestContext) {
  const register = await openRegister({ seed: 'sample' });
  t.after(() => register.close());
  const ask = async (query: string): Promise<FoundAnswer[]> => {
    const response = await fetch(`${register.origin}/v1/answers?${query}`);
    return ((await checked('findAnswers', response)) as AnswerList).items;
  };
  return { register, ask };
}

const q = (text: string) => `q=${encodeURIComponent(text)}`;

describe('answers', () => {
  test('are registered sentences, and say where they stand', async (t) => {
    const { ask } = await open(t);
    const [first] = await ask(`${q('Vai sestdienā var deklarēties?')}&institution=kalnupe`);
    assert.equal(first?.id, 'KB-005');
    assert.match(
      first.sentence,
      /pirmajā sestdienā centrs ir atvērts arī no plkst\. 9\.00 līdz 13\.00\.$/,
    );
    assert.equal(first.service?.id, 'PV-1004');
  });

  test('tell prices and terms of the service as facts', async (t) => {
    const { ask } = await open(t);
    const [cost] = await ask(`${q('cik maksā')}&service=PV-1001`);
    assert.deepEqual([cost?.id, cost?.section, cost?.sentence], ['PV-1001', 'cost', '']);
    assert.deepEqual(cost?.cost, { kind: 'varies', min: 0, max: 4.27, currency: 'EUR' });
    const [term] = await ask(`${q('cik ilgi jāgaida')}&service=PV-1001`);
    assert.deepEqual([term?.id, term?.section], ['PV-1001', 'term']);
  });

  test('that hold in one institution alone are told there alone', async (t) => {
    const { ask } = await open(t);
    const ids = async (institution: string) =>
      (await ask(`${q('auklītes līdzfinansējums')}&institution=${institution}`)).map(
        ({ id }) => id,
      );
    assert.ok((await ids('ozolleja')).includes('KB-010'));
    assert.ok(!(await ids('kalnupe')).includes('KB-010'));
  });

  test('without a question are what people ask about the service', async (t) => {
    const { ask } = await open(t);
    const often = await ask('service=PV-1001&limit=20');
    assert.ok(often.length >= 3);
    assert.ok(often.every(({ kind, answer }) => kind === 'knowledge-entry' && answer));
  });

  test('are none where nothing fits, and a problem where nobody is asked', async (t) => {
    const { register, ask } = await open(t);
    assert.deepEqual(await ask(q('qqqq')), []);
    const unknown = await fetch(`${register.origin}/v1/answers?service=PV-0000`);
    assert.equal(unknown.status, 404);
    const wrong = await fetch(`${register.origin}/v1/answers?limit=21`);
    assert.equal(wrong.status, 400);
  });

  test('are found by the one word of three that names the matter, and not by any word', async (t) => {
    const { ask } = await open(t);
    const [first] = await ask(`${q('vai ar ratiņkrēslu var tikt iekšā')}&institution=ozolleja`);
    assert.equal(first?.id, 'KB-049');
    assert.deepEqual(await ask(`${q('kā uzvārīt olu')}&institution=ozolleja`), []);
    assert.deepEqual(await ask(`${q('autobusa saraksts')}&institution=ozolleja`), []);
  });

  test('about a service are not hidden by words that stand nowhere in it', async (t) => {
    const { ask } = await open(t);
    const [first] = await ask(`${q('kādus dokumentus vajag')}&service=PV-1011`);
    assert.deepEqual([first?.id, first?.kind === 'service' && first.section], ['PV-1011', 'documents']); // prettier-ignore
  });

  test('and support are the same from records at hand', async (t) => {
    const { register, ask } = await open(t);
    const records: ReplicaRecord[] = [];
    const snapshot = await fetch(`${register.origin}/v1/sync/all/snapshot`);
    const manifest = await snapshot.json();
    for (const { href } of (manifest as { parts: { href: string }[] }).parts) {
      const part = await (await fetch(new URL(href, snapshot.url))).text();
      for (const line of part.split('\n'))
        if (line) records.push(JSON.parse(line) as ReplicaRecord);
    }
    const held = new Map(records.map((record) => [`${record.type}/${record.id}`, record]));
    const catalogue = await ReplicaCatalogue.of({
      get: async <T>(kind: string, id: string) => held.get(`${kind}/${id}`) as T | undefined,
      async *records() {
        yield* records;
      },
    });
    const local = await supportIn(catalogue, { service: 'PV-1051' });
    const live = await (await fetch(`${register.origin}/v1/support?service=PV-1051`)).json();
    assert.deepEqual(local.levels, (live as typeof local).levels);
    assert.deepEqual(local.about, (live as typeof local).about);
    assert.ok(local.partners.some(({ homepage }) => homepage));
    assert.deepEqual(local.partners, (live as typeof local).partners);
    const question = { q: 'kādi dokumenti vajadzīgi', service: 'PV-1001' };
    const { items } = await answersIn(catalogue, question);
    assert.equal(items[0]?.id, (await ask(`${q(question.q)}&service=PV-1001`))[0]?.id);
  });
});
