/** Fetches manifests and parts; loaded with the steps of a snapshot. */
import type { Manifest, ManifestPart } from '@pvp/contract';
import { requestJson } from '../client/request-json.ts';
import type { ReadRequest, ScopeReader, Told } from './scope-reader.ts';

/** Parts are larger than other answers: limits in milliseconds. */
const PART_TIMEOUT_MS = 60_000;
const PART_TOTAL_TIMEOUT_MS = 180_000;

export function readManifest(reader: ScopeReader, request: ReadRequest): Promise<Told<Manifest>> {
  return reader.read('snapshot', 'parts', request);
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * The bytes of a part; never more than the manifest says, whatever a body brings.
 *
 * @param room Memory to use where it is large enough. It is gone then: what is given back has it.
 */
export async function readPart(
  reader: ScopeReader,
  { href, bytes: size }: ManifestPart,
  { signal, cache }: ReadRequest,
  room = new ArrayBuffer(0),
): Promise<Bytes> {
  const { register, settings } = reader;
  let bytes: Bytes = new Uint8Array(room);
  // The body is taken aside, so that limits, retries and errors are those of every request.
  const take: typeof fetch = async (input, init) => {
    reader.requests++;
    const answer = await (settings.fetch ?? fetch)(input, init);
    if (!answer.ok) return answer;
    // The memory of an attempt that failed may be gone.
    const memory = bytes.buffer.byteLength < size ? new ArrayBuffer(size) : bytes.buffer;
    bytes = new Uint8Array(memory, 0, answer.body ? size : 0);
    const onRead = (count: number) => (reader.bytes += count);
    if (answer.body) bytes = await readInto(bytes, answer.body, onRead);
    return Response.json({ taken: true });
  };
  const url = new URL(href, reader.address);
  await requestJson<{ taken: boolean }>(
    url.href,
    'taken',
    { signal, cache },
    {
      timeoutMs: PART_TIMEOUT_MS,
      totalTimeoutMs: PART_TOTAL_TIMEOUT_MS,
      ...settings,
      // Credentials are the register's: a manifest may lead to another origin.
      headers: url.origin === register ? settings.headers : undefined,
      fetch: take,
    },
  );
  return bytes;
}

/** What of `room` was filled; nothing where the body is longer: it is another one then. */
async function readInto(
  room: Bytes,
  body: ReadableStream<Bytes>,
  onRead: (bytes: number) => void,
): Promise<Bytes> {
  // Lent to the platform, which fills it without a copy; what it gives back has the memory.
  const direct = directReader(body);
  const pieces = direct ?? body.getReader();
  // What is lent has no length any more.
  const size = room.length;
  for (let length = 0; ;) {
    const isFull = length === size;
    const rest = isFull ? new Uint8Array(1) : room.subarray(length);
    const { value, done } = await (direct ? direct.read(rest) : pieces.read(rest));
    if (direct && value && !isFull) room = new Uint8Array(value.buffer, 0, size);
    if (done) return room.subarray(0, length);
    onRead(value.length);
    if (length + value.length > size) {
      void pieces.cancel().catch(() => undefined);
      return room.subarray(0, 0);
    }
    if (!direct) room.set(value, length);
    length += value.length;
  }
}

/** `undefined`: the platform gives pieces of its own memory only. */
function directReader(body: ReadableStream<Bytes>): ReadableStreamBYOBReader | undefined {
  try {
    return body.getReader({ mode: 'byob' });
  } catch {
    return undefined;
  }
}
