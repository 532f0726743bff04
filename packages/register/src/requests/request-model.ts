/** Requests as they are kept. Instants are UTC, as `Date.toISOString` writes them. */
import type {
  Profile,
  RequestAttributeValues,
  RequestContact,
  RequestDelivery,
  RequestKind,
  RequestState,
  SupportLevel,
} from '@pvp/contract';

export interface StoredRequest {
  number: string;
  kind: RequestKind;
  profile: Profile;
  /** Id of an organization. */
  institution: string;
  service: string | undefined;
  state: RequestState;
  level: SupportLevel;
  /** Counts what happened to the request from 1. */
  revision: number;
  /** Kind of the system that works on it. */
  backend: string;
  delivery: RequestDelivery;
  /** Its name in that system. */
  reference: string | undefined;
  /** Until then the call that brought it may still be at work. */
  runningUntil: string | undefined;
  lang: string | undefined;
  notice: string;
  receivedAt: string;
  changedAt: string;
  /** When its system was last asked how it stands. */
  lookedAt: string | undefined;
}

/** What the person wrote; all empty where only the institution's own system keeps it. */
export interface RequestText {
  text: string;
  attributes: RequestAttributeValues | undefined;
  contact: RequestContact | undefined;
}

export interface StoredEvent {
  ordinal: number;
  at: string;
  actor: string;
  state: RequestState;
  level: SupportLevel;
  /** What the person who asked is told. */
  message: string | undefined;
  /** For the staff alone. */
  note: string | undefined;
}

export interface StoredUpload {
  id: string;
  name: string;
  mediaType: string;
  bytes: number;
}

/** What is to be sent on account of a request. */
export type OutboxTask =
  /** The request itself, to the system of the institution. */
  | 'deliver'
  /** Word of an event to the institution's notification hook. */
  | 'notify-institution'
  /** Word of an event to the person who asked, by e-mail. */
  | 'notify-requester';

export interface OutboxRow {
  /** Stays the same in every attempt. */
  id: string;
  number: string;
  task: OutboxTask;
  /** The event that it is about. */
  eventOrdinal: number;
  /** Attempts that were begun. */
  attempts: number;
  dueAt: string;
  lastError: string | undefined;
  writtenAt: string;
}

/** A request that is about to be written, with all that belongs to it. */
export interface Submission {
  request: Omit<StoredRequest, 'revision' | 'reference' | 'changedAt' | 'lookedAt' | 'state'>;
  keyHash: string;
  bodyHash: string;
  content: RequestText;
  /** Ids of uploads, in order. */
  uploads: readonly string[];
  /** The proof that is used up by it. */
  proof: { id: string; expiresAt: string } | undefined;
  tasks: readonly Pick<OutboxRow, 'id' | 'task' | 'attempts' | 'dueAt'>[];
}

export type SubmissionOutcome =
  | { status: 'created' | 'repeated'; request: StoredRequest }
  /** The key belongs to another body. Nothing was written in this and the following cases. */
  | { status: 'key-reused' }
  | { status: 'number-taken' }
  | { status: 'proof-spent' }
  | { status: 'no-such-upload'; upload: string };

export interface RequestFilter {
  institution?: string | undefined;
  kind?: RequestKind | undefined;
  state?: RequestState | undefined;
  level?: SupportLevel | undefined;
  delivery?: RequestDelivery | undefined;
}
