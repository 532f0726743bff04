/** What a system that works on requests must be able to do. */
import type { LocalizedString, RequestState } from '@pvp/contract';
import type { RequestText, StoredEvent, StoredRequest, StoredUpload } from '../request-model.ts';

/** A request as it is handed over. */
export interface Handover {
  request: StoredRequest;
  content: RequestText;
  /** Attributes as people read them. */
  attributes: readonly { title: string; value: string }[];
  files: readonly (StoredUpload & { content: Buffer })[];
  /** Names for people, in Latvian. */
  titles: { kind: string; institution: string; service: string | undefined };
  /** The same in every attempt. */
  deliveryId: string;
}

/** How a request stands in its system. */
export interface BackendState {
  state: RequestState;
  /** To the person who asked. */
  message?: string | undefined;
}

export interface RequestBackend {
  /** As requests name it. */
  readonly type: string;
  /** Whether files go along; where they do not, they stay here for the staff. */
  readonly carriesFiles: boolean;
  /**
   * Hands a request over.
   *
   * @returns its name in the system, where that gives one.
   * @throws {BackendError}
   */
  send(handover: Handover, signal: AbortSignal): Promise<string | undefined>;
  /**
   * The name of a request that was handed over before, where the system can tell. Asked before every
   * attempt but the first.
   *
   * @throws {BackendError}
   */
  find?(handover: Handover, signal: AbortSignal): Promise<string | undefined>;
  /**
   * How a request stands; `undefined`: the system does not know it any more.
   *
   * @throws {BackendError}
   */
  look?(reference: string, signal: AbortSignal): Promise<BackendState | undefined>;
}

/** A system did not do what it was asked. The message names it, and holds no secret and no answer. */
export class BackendError extends Error {
  override name = 'BackendError';
  /** The system as a whole does not answer, or does not let us in: others need not try either. */
  readonly isDown: boolean;

  constructor(
    message: string,
    { isDown = false, ...options }: ErrorOptions & { isDown?: boolean } = {},
  ) {
    super(message, options);
    this.isDown = isDown;
  }
}

/** What the hook of an institution is told: nothing of what people wrote. */
export interface EventNotice {
  deliveryId: string;
  request: StoredRequest;
  event: StoredEvent;
}

/** What a person who left an address is told. */
export interface RequesterNotice extends EventNotice {
  email: string;
  kind: LocalizedString;
  institution: LocalizedString;
}
