import type { NewRequest, RequestKindList, RequestReceipt, Upload } from '@pvp/contract';

/** A file of a request that has not been sent yet. */
export interface KeptFile {
  /** Random; not the id of the upload. */
  id: string;
  name: string;
  content: Blob;
  /** Where the register has it already, and since when (milliseconds, this device's clock). */
  upload?: Upload & { at: number };
}

/** What a person has filled in so far. The contact is not a part of it: it is kept with a request alone. */
export interface RequestDraft {
  kind?: NewRequest['kind'];
  text: string;
  attributes: NonNullable<NewRequest['attributes']>;
}

/** What goes out: without files, which are named when they have been sent, and without a proof. */
export type RequestBody = Omit<NewRequest, 'attachments' | 'proof'>;

/**
 * A request on its way: `draft` while it is being written, `waiting` from the moment the person
 * sends it, `sent` once the register has it.
 */
export interface KeptRequest {
  /** Of a draft its place on the page (`placeOf`); after that the key. */
  id: string;
  /** The `Idempotency-Key`; random. */
  key: string;
  register: string;
  status: 'draft' | 'waiting' | 'sent';
  /** Milliseconds, this device's clock. */
  changedAt: number;
  draft: RequestDraft;
  files: readonly KeptFile[];
  /** What the form offered, so that it can be filled in without a network. */
  form?: RequestKindList;
  /** Id of whoever is asked. */
  institution?: string;
  body?: RequestBody;
  /** Ids of the uploads: from here on every repetition has the same body. */
  attachments?: readonly string[];
  /** A call went out and nothing is known of its fate. */
  inDoubt?: boolean;
  receipt?: RequestReceipt;
  /** The register does not take it as it is. It waits for the person, and is not sent again. */
  refusal?: Refusal;
}

export interface Refusal {
  status: number;
  /** JSON Pointers into the body. */
  fields: readonly string[];
}

/** Where a draft belongs: one register, one institution or service, one profile. */
export function placeOf(
  register: string,
  { service = '', institution = '', profile = 'residents' }: RequestPlace,
): string {
  return [register, profile, institution, service].join(' ');
}

export interface RequestPlace {
  service?: string | undefined;
  institution?: string | undefined;
  profile?: string | undefined;
}

/** Random, in the form of a UUID. `crypto.randomUUID` is missing on pages without HTTPS. */
export function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
