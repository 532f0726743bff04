import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { findProof, RequestClient } from '@pvp/sdk/requests';
import { openRegister } from '@pvp/testing';

function zeroBits(text: string): number {
  const bits = [...createHash('sha256').update(text).digest()]
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  return bits.indexOf('1');
}

test('a proof has the zero bits that are asked for, whatever the length of the challenge', async () => {
  for (const length of [1, 10, 42, 43, 50, 51, 52, 55, 63, 64, 81, 120, 200]) {
    const { challenge, nonce } = await findProof({ challenge: 'z'.repeat(length), difficulty: 7 });
    assert.match(nonce, /^[0-9A-Za-z]{1,32}$/);
    assert.ok(zeroBits(`${challenge}.${nonce}`) >= 7, `a challenge of ${length}`);
  }
});

/** Nonces are tried in their order, so the one that is found tells how many were tried. */
async function searched(now: () => number): Promise<{ tried: number; pauses: number }> {
  let pauses = 0;
  const pause = async () => void pauses++;
  const { nonce } = await findProof(
    { challenge: 'always the same', difficulty: 14 },
    { pause, now },
  );
  return { tried: Number(nonce), pauses };
}

test('where a digest takes half of a slice, the search pauses after each', async () => {
  let at = 0;
  const { tried, pauses } = await searched(() => at++);
  assert.equal(pauses, tried);
});

test('a quick search looks at the clock seldom, and pauses before its time is over', async () => {
  let looks = 0;
  const { tried, pauses } = await searched(() => looks++ / 10);
  assert.ok(looks < tried / 32, `${looks} looks for ${tried} nonces`);
  assert.ok(pauses > looks / 25, `${pauses} pauses at ${looks} looks`);
});

test('a search that becomes slow goes in small steps again', async () => {
  let looks = 0;
  let at = 0;
  // Quick for a hundred looks, then a millisecond at each.
  const { tried, pauses } = await searched(() => (at += looks++ < 100 ? 0.01 : 1));
  assert.ok(pauses > (tried - 100 * 64) / 2, `${pauses} pauses for ${tried} nonces`);
});

test('a clock that stands still does not keep the page from its turn', async () => {
  const { tried, pauses } = await searched(() => 0);
  assert.ok(tried / (pauses + 1) < 1100, `${pauses} pauses for ${tried} nonces`);
});

test('a register takes a request with the proof that it asked for', async (t) => {
  const register = await openRegister();
  t.after(() => register.close());
  const client = new RequestClient({ register: register.origin });
  const challenge = await client.getChallenge();
  const proof = await findProof(challenge);
  assert.ok(zeroBits(`${proof.challenge}.${proof.nonce}`) >= challenge.difficulty);
  const receipt = await client.createRequest(
    {
      kind: 'suggestion',
      institutionId: 'ozolleja',
      text: 'Vairāk soliņu.',
      noticeVersion: '2026-11',
      proof,
    },
    'a-key-of-this-test-alone',
  );
  assert.match(receipt.number, /^\d\d-/);
});

test('the search ends when it is called off', async () => {
  const stop = new AbortController();
  const search = findProof({ challenge: 'never', difficulty: 200 }, { signal: stop.signal });
  stop.abort(new Error('enough'));
  await assert.rejects(search, /enough/);
});
