/** How suites tell their tests, so that they run under `node:test` and under other runners alike. */
import { test as register } from 'node:test';

/** What a test is given. */
export interface TestScope {
  /** Calls it when the test is over, however it ended. */
  after(undo: () => unknown): void;
}

/** Tells a runner of one test. */
export type RegisterTest = (name: string, run: (t: TestScope) => Promise<void>) => void;

export const nodeTest: RegisterTest = (name, run) => void register(name, (t) => run(t));

/** A test that waits to be run. */
export interface CollectedTest {
  name: string;
  run(): Promise<void>;
}

/** Gathers tests for a runner of another kind. */
export function collectTests(tell: (test: RegisterTest) => void): CollectedTest[] {
  const tests: CollectedTest[] = [];
  tell((name, run) => tests.push({ name, run: () => runInScope(run) }));
  return tests;
}

async function runInScope(run: (t: TestScope) => Promise<void>): Promise<void> {
  const undoing: (() => unknown)[] = [];
  try {
    await run({ after: (undo) => undoing.push(undo) });
  } finally {
    for (const undo of undoing) await undo();
  }
}
