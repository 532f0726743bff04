/** The files of a static snapshot, read from any web server. */
import type { StaticFile, StaticHead } from '@pvp/contract';
import { registerAddress } from '../client/register-address.ts';
import { requestBytes } from '../client/request-bytes.ts';
import type { RequestOptions, RequestSettings } from '../client/request-json.ts';
import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import type { ProblemError } from '../errors/problem-error.ts';
import { sha256Words } from '../sync/sha256-words.ts';
import { sha256Hex } from '../sync/state-hash.ts';

const HEAD_FILE = 'pvp-snapshot.json';
/** Layout that this version reads. */
const VERSION = 1;
/** Files of content are larger than other answers: limits in milliseconds. */
const LARGE = { timeoutMs: 60_000, totalTimeoutMs: 180_000 };

/** A file that a head names is gone, or is another: the snapshot may have been published anew. */
export class UnusableFile extends InvalidAnswerError {}

export class StaticFiles {
  /** Address of the folder, without a slash at the end. */
  readonly folder: string;

  /**
   * @param address Of the folder, or of its `pvp-snapshot.json`.
   * @throws {ConfigurationError} where it is no http(s) address.
   */
  constructor(
    address: string,
    private readonly settings: RequestSettings,
  ) {
    this.folder = registerAddress(address).replace(new RegExp(`/${HEAD_FILE}$`), '');
  }

  /**
   * @param after Asks in a way in which no cache can know the answer of the time before.
   * @throws {InvalidAnswerError} where there is no snapshot, or one that this version cannot read.
   * @throws {RegisterError} where that cannot be told now.
   */
  async head(options: RequestOptions, after?: string): Promise<StaticHead> {
    const url = `${this.folder}/${HEAD_FILE}${after ? `?after=${after}` : ''}`;
    let head: Partial<StaticHead> | undefined;
    try {
      const bytes = await requestBytes(url, options, this.settings);
      head = jsonOf(bytes) as Partial<StaticHead> | undefined;
    } catch (error) {
      if (!isNoFile(error)) throw error;
    }
    if (head?.format !== 'pvp-static-snapshot') {
      throw new InvalidAnswerError(`${this.folder} holds no snapshot (${HEAD_FILE})`);
    }
    if (head.version !== VERSION) {
      throw new InvalidAnswerError(
        `${this.folder} holds a snapshot of layout ${head.version}; layout ${VERSION} can be read`,
      );
    }
    if (!head.manifest || !head.searchIndex) {
      throw new InvalidAnswerError(`${url} is not whole`);
    }
    return head as StaticHead;
  }

  /** Text of a file that is named by its content; see `bytes`. */
  async text(file: StaticFile, base?: string): Promise<string> {
    return new TextDecoder().decode(await this.bytes(file, base));
  }

  /**
   * Bytes of a file that is named by its content.
   *
   * @param base Address that `href` is relative to. Default: the folder.
   * @throws {UnusableFile} where it is not there, or has other bytes than its name says, twice.
   * @throws {RegisterError} where it cannot be read now.
   */
  async bytes(
    { href, sha256 }: StaticFile,
    base = `${this.folder}/`,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const url = new URL(href, base).href;
    if (!url.startsWith(`${this.folder}/`)) {
      throw new UnusableFile(`The snapshot of ${this.folder} names a file outside of its folder`);
    }
    const settings = { ...LARGE, ...this.settings };
    // Past the cache the second time: what came may be a half that was kept.
    for (const cache of [undefined, 'reload'] as const) {
      let bytes: ArrayBuffer;
      try {
        bytes = await requestBytes(url, { cache }, settings);
      } catch (error) {
        if (isNoFile(error)) throw new UnusableFile(`${url} is not there`, { cause: error });
        throw error;
      }
      if ((await digestOf(bytes)) === sha256) return new Uint8Array(bytes);
    }
    throw new UnusableFile(`${url} has other bytes than its name says, twice`);
  }
}

/** Something answered, and it was no such file. */
function isNoFile(error: unknown): boolean {
  const { code, status = 0 } = error as Partial<ProblemError>;
  if (code === 'problem') return status < 500 && status !== 408 && status !== 429;
  return ['invalid-answer', 'not-found', 'gone'].includes(code ?? '');
}

function jsonOf(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // A page in place of a file.
    return undefined;
  }
}

/** A page over http has no digest of the platform. */
async function digestOf(bytes: ArrayBuffer): Promise<string> {
  if (globalThis.crypto?.subtle) return sha256Hex(bytes);
  const words = sha256Words(new Uint8Array(bytes));
  return Array.from(words, (word) => word.toString(16).padStart(8, '0')).join('');
}
