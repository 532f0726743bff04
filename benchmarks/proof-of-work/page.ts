/** Runs in the page that is measured. */
import { findProof } from '@pvp/sdk/requests';

declare global {
  /** Milliseconds that a proof took. */
  var measureProof: (difficulty: number) => Promise<number>;
}

globalThis.measureProof = async (difficulty) => {
  const challenge = crypto.randomUUID().repeat(2);
  const began = performance.mark('begun').startTime;
  await findProof({ challenge, difficulty });
  return performance.mark('found').startTime - began;
};
