import type { RequestReceipt, Upload } from '@pvp/contract';
import { randomKey, type KeptRequest, type Refusal, type RequestBody } from './kept-request.ts';
import type { RequestShelf } from './request-shelf.ts';

const DAY_MS = 86_400_000;
/** A draft that nobody touched for so long is forgotten. */
const DRAFT_DAYS = 14;
/** So long number and secret stay on the device unless the person has them forgotten before. */
const RECEIPT_DAYS = 7;

/** Tells other tabs that something changed. */
export interface TabChannel {
  postMessage(message: unknown): void;
}

export interface RequestBoxOptions {
  shelf: RequestShelf;
  /** Milliseconds. Default: the device's clock. */
  now?: () => number;
  tabs?: TabChannel | undefined;
  /** Told whether anything waits to be sent, so that the next visit knows it at no cost. */
  mark?: ((waits: boolean) => void) | undefined;
}

/** The requests of this device, from the first word to the receipt. */
export class RequestBox {
  readonly #shelf: RequestShelf;
  readonly #now: () => number;
  readonly #tabs: TabChannel | undefined;
  readonly #mark: ((waits: boolean) => void) | undefined;

  constructor({ shelf, now = Date.now, tabs, mark }: RequestBoxOptions) {
    this.#shelf = shelf;
    this.#now = now;
    this.#tabs = tabs;
    this.#mark = mark;
  }

  /** Whether what is kept survives the page. */
  get isLasting(): boolean {
    return this.#shelf.isLasting;
  }

  /** What is kept for a register; what is too old is forgotten first. */
  list(register: string): Promise<KeptRequest[]> {
    return this.#shelf.change((all) => {
      const old = all.filter((one) => this.#isOld(one)).map(({ id }) => id);
      const result = all.filter((one) => one.register === register && !old.includes(one.id));
      return { remove: old, result };
    });
  }

  /** What is to be sent, to whatever register. */
  async listWaiting(): Promise<KeptRequest[]> {
    const waiting = await this.#shelf.change((all) => ({
      result: all.filter(({ status, refusal }) => status === 'waiting' && !refusal),
    }));
    this.#mark?.(waiting.length > 0);
    return waiting;
  }

  find(id: string): Promise<KeptRequest | undefined> {
    return this.#shelf.change((all) => ({ result: all.find((one) => one.id === id) }));
  }

  /** An empty draft; nothing is kept before `save`. */
  newDraft(register: string, place: string): KeptRequest {
    return {
      id: place,
      key: randomKey(),
      register,
      status: 'draft',
      changedAt: this.#now(),
      draft: { text: '', attributes: {} },
      files: [],
    };
  }

  /** @returns false where the same draft has been sent meanwhile, from another tab. */
  save(draft: KeptRequest): Promise<boolean> {
    return this.#shelf.change((all) => {
      if (all.some(({ id }) => id === draft.key)) return { result: false };
      return { put: [{ ...draft, changedAt: this.#now() }], result: true };
    });
  }

  /**
   * The person sends a draft: it leaves its place and waits.
   *
   * @returns what waits or was sent already under the same key, from another tab.
   */
  async enqueue(draft: KeptRequest, body: RequestBody): Promise<KeptRequest> {
    const entry = await this.#shelf.change((all) => {
      const known = all.find(({ id }) => id === draft.key);
      if (known) return { result: known };
      const { refusal: _refusal, ...rest } = draft;
      const id = draft.key;
      const waiting = { ...rest, id, status: 'waiting' as const, body, changedAt: this.#now() };
      return { put: [waiting], remove: [draft.id], result: waiting };
    });
    this.#mark?.(true);
    this.#tell(entry.id);
    return entry;
  }

  /** Back to a draft, for correcting; not where it may have arrived already. */
  async takeBack(key: string, place: string): Promise<KeptRequest | undefined> {
    const draft = await this.#shelf.change<KeptRequest | undefined>((all) => {
      const entry = all.find(({ id }) => id === key);
      if (entry?.status !== 'waiting' || entry.inDoubt) return { result: undefined };
      const { body: _body, attachments: _attachments, ...rest } = entry;
      const result: KeptRequest = { ...rest, id: place, status: 'draft' };
      return { put: [result], remove: [key], result };
    });
    this.#tell(key);
    return draft;
  }

  async forget(id: string): Promise<void> {
    await this.#shelf.change(() => ({ remove: [id], result: undefined }));
    this.#tell(id);
  }

  /** Notes that a file has been sent. */
  async noteUpload(key: string, file: string, upload: Upload): Promise<void> {
    const at = this.#now();
    await this.#update(key, (entry) => ({
      files: entry.files.map((one) =>
        one.id === file ? { ...one, upload: { ...upload, at } } : one,
      ),
    }));
  }

  /** The first to fix the attachments wins, so that two tabs never send two bodies. */
  fixAttachments(key: string, ids: readonly string[]): Promise<KeptRequest | undefined> {
    return this.#update(key, ({ attachments }) => (attachments ? {} : { attachments: ids }));
  }

  /** Files that the register does not have any more are sent anew. */
  loseUploads(key: string): Promise<KeptRequest | undefined> {
    return this.#update(key, ({ files }) => ({
      attachments: undefined,
      files: files.map(({ upload: _upload, ...file }) => file),
    }));
  }

  setInDoubt(key: string, inDoubt: boolean): Promise<KeptRequest | undefined> {
    return this.#update(key, () => ({ inDoubt }));
  }

  async noteRefusal(key: string, refusal: Refusal): Promise<void> {
    await this.#update(key, () => ({ refusal, inDoubt: false, attachments: undefined }));
    this.#tell(key);
  }

  /** Nothing of what the person wrote stays on the device. */
  async noteReceipt(key: string, receipt: RequestReceipt): Promise<void> {
    await this.#update(key, () => ({
      status: 'sent',
      receipt,
      draft: { text: '', attributes: {} },
      files: [],
      form: undefined,
      body: undefined,
      attachments: undefined,
      inDoubt: false,
    }));
    this.#tell(key);
  }

  /** @returns the entry after the change; undefined where there is none, or it has been sent. */
  #update(
    key: string,
    change: (entry: KeptRequest) => { [K in keyof KeptRequest]?: KeptRequest[K] | undefined },
  ): Promise<KeptRequest | undefined> {
    return this.#shelf.change<KeptRequest | undefined>((all) => {
      const entry = all.find(({ id }) => id === key);
      if (entry?.status !== 'waiting') return { result: undefined };
      const next = { ...entry, ...change(entry), changedAt: this.#now() } as KeptRequest;
      return { put: [next], result: next };
    });
  }

  #isOld({ status, changedAt }: KeptRequest): boolean {
    const days = { draft: DRAFT_DAYS, sent: RECEIPT_DAYS, waiting: Infinity }[status];
    return changedAt + days * DAY_MS < this.#now();
  }

  #tell(id: string): void {
    this.#tabs?.postMessage(id);
  }
}
