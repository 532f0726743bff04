/** Runs in the page that is measured. */
import { findProof } from '@pvp/sdk/requests';

/** Milliseconds. */
export interface ProofCost {
  time: number;
  /** The longest time without a pause. */
  block: number;
}

declare global {
  var measureProof: (runs: number, difficulty: number) => Promise<ProofCost[]>;
}

globalThis.measureProof = async (runs, difficulty) => {
  const costs: ProofCost[] = [];
  for (let run = 0; run < runs; run++) {
    let block = 0;
    const began = performance.now();
    let since = began;
    const pause = async (): Promise<void> => {
      block = Math.max(block, performance.now() - since);
      await nextTurn();
      since = performance.now();
    };
    const challenge = crypto.randomUUID().repeat(2);
    await findProof({ challenge, difficulty }, { pause });
    block = Math.max(block, performance.now() - since);
    costs.push({ time: performance.now() - began, block });
  }
  return costs;
};

/** As the search itself does: a message, since timers are slowed down. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
