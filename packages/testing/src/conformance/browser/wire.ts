/** What the test in Node and the page in the browser tell each other. */
import type { ReplicaStatus } from '@pvp/sdk/sync';
import type { ProcessCalls } from './process.ts';

/** A worker, or a page in a frame: what a browser ends as a whole. */
export type ProcessKind = 'worker' | 'frame';

/** To the page. */
export type HostMessage =
  | { do: 'announce'; tests: string[] }
  | { do: 'report'; test: number; failure?: string }
  | { do: 'spawn'; process: number; kind: ProcessKind }
  | { do: 'call'; process: number; call: ProcessCall }
  | { do: 'kill'; process: number }
  /** Removes what replicas of a register have stored; no process may be left that uses it. */
  | { do: 'remove'; register: string; call: number };

export interface ProcessCall {
  id: number;
  method: keyof ProcessCalls;
  args: unknown[];
}

/** What a page tells a host. */
export type ProcessMessage =
  | { process: number; answer: ProcessAnswer }
  | { process: number; died: true }
  | { removed: number };

/** From the page. */
export type PageMessage = ProcessMessage | { run: number };

export interface ProcessAnswer {
  call: number;
  value?: unknown;
  error?: ToldError;
  /** Of the replica in the process, where there is one. */
  status?: ToldStatus;
}

export type ToldStatus = Omit<ReplicaStatus, 'lastError'> & { lastError?: ToldError };

/** A message as JSON, with bytes in it as lists of numbers. */
export function toWire(message: HostMessage | PageMessage): string {
  return JSON.stringify(message, (_, value: unknown) =>
    value instanceof Uint8Array ? { bytes: Array.from(value) } : value,
  );
}

export function fromWire<Message extends HostMessage | PageMessage>(text: string): Message {
  return JSON.parse(text, (_, value: { bytes?: unknown } | null) =>
    Array.isArray(value?.bytes) ? Uint8Array.from(value.bytes as number[]) : value,
  ) as Message;
}

/** An error as JSON: its own fields, as far as they are plain. */
export type ToldError = { name: string; message: string } & Record<string, unknown>;

export function toldError(error: unknown): ToldError {
  const { name, message } = error as Error;
  const plain = Object.entries(error as object).filter(([, value]) => typeof value !== 'object');
  return { ...Object.fromEntries(plain), name, message };
}

/** What a process says of itself before it is ended. */
export const DYING = 'dying';
