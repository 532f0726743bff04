/**
 * What a thread worked, apart from the time that the machine gave to others meanwhile. This version of
 * Node tells it of the whole process alone, to which threads belong that compile and collect; WASI has a
 * clock of the thread.
 */
import { WASI } from 'node:wasi';

/** Of `clock_time_get` in WASI preview 1. */
const CLOCK_OF_THREAD = 3;
const EACH_NANOSECOND = 1n;

const memory = new WebAssembly.Memory({ initial: 1 });
const wasi = new WASI({ version: 'preview1' });
wasi.initialize({ exports: { memory } });
const { clock_time_get } = wasi.wasiImport as {
  clock_time_get(clock: number, precision: bigint, at: number): number;
};
const nanoseconds = new BigUint64Array(memory.buffer, 0, 1);

/** Milliseconds that the thread which asks has had a processor. */
export function threadTime(): number {
  if (clock_time_get(CLOCK_OF_THREAD, EACH_NANOSECOND, 0) !== 0) {
    throw new Error('This system has no clock of a thread');
  }
  return Number(nanoseconds[0]) / 1e6;
}
