/** Fetches parts; loaded with the steps of a snapshot. */
import type { ManifestPart } from '@pvp/contract';
import { requestJson } from '../client/request-json.ts';
import type { ReadRequest, ScopeReader } from './scope-reader.ts';

/** Parts are larger than other answers: limits in milliseconds. */
const PART_TIMEOUT_MS = 60_000;
const PART_TOTAL_TIMEOUT_MS = 180_000;

/**
 * The bytes of a part; never more than the manifest says, and not all of them where a body is longer.
 *
 * @param room Where to put them, as large as the part or larger.
 */
export async function readPart(
  reader: ScopeReader,
  { href, bytes: size }: ManifestPart,
  { signal, cache }: ReadRequest,
  room = new Uint8Array(size),
): Promise<Uint8Array<ArrayBuffer>> {
  const { register, settings } = reader;
  let length = 0;
  // The body is taken aside, so that limits, retries and errors are those of every request.
  const take: typeof fetch = async (input, init) => {
    reader.requests++;
    const answer = await (settings.fetch ?? fetch)(input, init);
    if (!answer.ok) return answer;
    length = 0;
    const body = answer.body?.getReader();
    for (let piece = await body?.read(); piece?.value; piece = await body?.read()) {
      const { value } = piece;
      reader.bytes += value.length;
      if (length + value.length > size) {
        void body?.cancel().catch(() => undefined);
        break;
      }
      room.set(value, length);
      length += value.length;
    }
    return Response.json({ taken: true });
  };
  const url = new URL(href, reader.snapshotAddress);
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
  return room.subarray(0, length);
}
