/**
 * The bytes of one part of a snapshot. Kept compressed: the bytes themselves are there until brotli
 * is done, and come back from it when somebody asks for them.
 */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants, gzip } from 'node:zlib';

const toBrotli = promisify(brotliCompress);
const fromBrotli = promisify(brotliDecompress);
const toGzip = promisify(gzip);

/** Good enough and quick: what a reader may wait for. */
const FIRST_QUALITY = 5;
/** For idle time. */
const LATER_QUALITY = 10;

export type Coding = 'br' | 'gzip';

/** Bytes as they are sent, and their SHA-256 in base64. */
export interface SentBytes {
  bytes: Uint8Array;
  digest: string;
}

export class PartBytes {
  /** SHA-256 of the bytes without coding, hexadecimal. */
  readonly sha256: string;
  readonly length: number;
  #plain: Buffer | undefined;
  #brotli: Promise<SentBytes> | undefined;
  #gzip: Promise<SentBytes> | undefined;
  #quality = 0;
  #held: number;

  constructor(plain: Buffer, sha256: string) {
    this.#plain = plain;
    this.#held = plain.byteLength;
    this.sha256 = sha256;
    this.length = plain.byteLength;
  }

  /** How many bytes are in memory. */
  get held(): number {
    return this.#held;
  }

  /** Changes whenever other bytes are sent for the same coding. */
  get quality(): number {
    return this.#quality;
  }

  async sent(coding: Coding | undefined): Promise<SentBytes> {
    if (coding === 'br') return this.#asBrotli();
    if (coding === undefined) return sentBytes(await this.#asPlain());
    this.#gzip ??= this.#hold(this.#asPlain().then((plain) => toGzip(plain)));
    return this.#gzip;
  }

  /** Compresses further, for those who come later. Tells whether there was anything left to do. */
  async improve(): Promise<boolean> {
    await this.#asBrotli();
    if (this.#quality >= LATER_QUALITY) return false;
    const before = await this.#asBrotli();
    const plain = await this.#asPlain();
    const better = sentBytes(await compressed(plain, LATER_QUALITY));
    this.#quality = LATER_QUALITY;
    if (better.bytes.byteLength >= before.bytes.byteLength) return true;
    this.#held += better.bytes.byteLength - before.bytes.byteLength;
    this.#brotli = Promise.resolve(better);
    return true;
  }

  #asBrotli(): Promise<SentBytes> {
    if (this.#brotli) return this.#brotli;
    const plain = this.#plain!;
    this.#brotli = this.#hold(compressed(plain, FIRST_QUALITY)).then((sent) => {
      this.#quality = FIRST_QUALITY;
      this.#plain = undefined;
      this.#held -= plain.byteLength;
      return sent;
    });
    return this.#brotli;
  }

  async #asPlain(): Promise<Buffer> {
    return this.#plain ?? fromBrotli((await this.#asBrotli()).bytes);
  }

  async #hold(coded: Promise<Buffer>): Promise<SentBytes> {
    const sent = sentBytes(await coded);
    this.#held += sent.bytes.byteLength;
    return sent;
  }
}

function compressed(plain: Buffer, quality: number): Promise<Buffer> {
  return toBrotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.byteLength,
    },
  });
}

function sentBytes(bytes: Buffer): SentBytes {
  return { bytes, digest: createHash('sha256').update(bytes).digest('base64') };
}
