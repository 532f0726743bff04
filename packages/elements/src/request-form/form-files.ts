/** The files of a request while it is being written. */
import type { RequestKindList } from '@pvp/contract';
import { ProblemError, type RegisterError } from '@pvp/sdk/client';
import { randomKey, type KeptFile, type RequestClient } from '@pvp/sdk/requests';
import { formatFileSize } from '../format/file-size.ts';
import type { FieldError } from './form-values.ts';

type Limits = RequestKindList['limits'];

export interface FilesHost {
  language(): string;
  client(): RequestClient | undefined;
  files(): readonly KeptFile[];
  /** The list, or what is known of one file, has changed. */
  onFiles(files: readonly KeptFile[]): void;
  onFileError(error: FieldError): void;
  onAdded(name: string): void;
  requestUpdate(): void;
}

/** Sends each file as soon as it is chosen, so that a wrong one is named by the field at once. */
export class FormFiles {
  readonly #host: FilesHost;
  readonly #running = new Map<string, { share: number; stop: AbortController }>();

  constructor(host: FilesHost) {
    this.#host = host;
  }

  /** How much of a file has been sent, 0 to 1; undefined where nothing is under way. */
  shareOf(id: string): number | undefined {
    return this.#running.get(id)?.share;
  }

  /** @returns what cannot be taken, by the field. */
  add(chosen: readonly File[], limits: Limits): FieldError[] {
    const lang = this.#host.language();
    const errors: FieldError[] = [];
    const taken: KeptFile[] = [];
    for (const file of chosen) {
      const { name, size } = file;
      if (size > limits.attachmentBytes) {
        const most = formatFileSize(lang, limits.attachmentBytes);
        errors.push({ field: 'files', text: ({ details }) => details.tooLarge(name, most) });
      } else if (size === 0) {
        errors.push({ field: 'files', text: ({ details }) => details.wrongType(name) });
      } else if (this.#host.files().length + taken.length >= limits.attachments) {
        errors.push({ field: 'files', text: ({ details }) => details.tooMany(limits.attachments) });
        break;
      } else taken.push({ id: randomKey(), name, content: file });
    }
    this.#host.onFiles([...this.#host.files(), ...taken]);
    for (const file of taken) void this.#send(file, limits);
    return errors;
  }

  remove(id: string): void {
    this.#running.get(id)?.stop.abort();
    this.#host.onFiles(this.#host.files().filter((file) => file.id !== id));
  }

  /** Nothing more is sent. */
  stop(): void {
    for (const { stop } of this.#running.values()) stop.abort();
  }

  async #send(file: KeptFile, limits: Limits): Promise<void> {
    const client = this.#host.client();
    if (!client) return;
    const stop = new AbortController();
    const progress = { share: 0, stop };
    this.#running.set(file.id, progress);
    try {
      const upload = await client.upload(file, {
        signal: stop.signal,
        onProgress: (share) => {
          progress.share = share;
          this.#host.requestUpdate();
        },
      });
      this.#replace(file.id, { ...file, upload: { ...upload, at: Date.now() } });
      this.#host.onAdded(file.name);
    } catch (error) {
      if (!stop.signal.aborted) this.#judge(file, error as RegisterError, limits);
    } finally {
      this.#running.delete(file.id);
      this.#host.requestUpdate();
    }
  }

  /** A file that is refused goes away and is named; one that could not be sent goes with the request. */
  #judge({ id, name }: KeptFile, error: RegisterError, limits: Limits): void {
    if (!(error instanceof ProblemError) || error.retryable) return;
    this.#host.onFiles(this.#host.files().filter((file) => file.id !== id));
    const isLarge = error.status === 413;
    const most = formatFileSize(this.#host.language(), limits.attachmentBytes);
    this.#host.onFileError({
      field: 'files',
      text: ({ details }) => (isLarge ? details.tooLarge(name, most) : details.wrongType(name)),
    });
  }

  #replace(id: string, next: KeptFile): void {
    this.#host.onFiles(this.#host.files().map((file) => (file.id === id ? next : file)));
  }
}
