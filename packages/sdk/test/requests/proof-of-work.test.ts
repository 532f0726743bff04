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

test('the usual difficulty of a register takes slices and then its request', async (t) => {
  const register = await openRegister();
  t.after(() => register.close());
  const client = new RequestClient({ register: register.origin });
  const challenge = await client.getChallenge();
  let slices = 0;
  const pause = async () => void slices++;
  // A clock on which every look costs a millisecond: a slice ends after five looks.
  let at = 0;
  const proof = await findProof(challenge, { pause, now: () => at++ });
  assert.ok(slices > 0);
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
