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

test('a longer search pauses after each slice', async () => {
  let pauses = 0;
  const pause = async () => void pauses++;
  // A clock on which every look costs a millisecond: a slice of five ends after five looks.
  let at = 0;
  const { nonce } = await findProof(
    { challenge: 'always the same', difficulty: 14 },
    { pause, now: () => at++ },
  );
  // 32 nonces between two looks, tried in their order.
  assert.equal(pauses, Math.floor(Number(nonce) / (5 * 32)));
  assert.ok(pauses > 1);
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
