import { requestJson, type RequestOptions, type RequestSettings } from './request-json.ts';

/**
 * Reads a file, whatever content type it has. Limits, retries and errors are those of every
 * request.
 *
 * @throws {RegisterError} see its subclasses; the signal's reason where the caller aborted.
 */
export async function requestBytes(
  url: string,
  options: RequestOptions,
  settings: RequestSettings,
): Promise<ArrayBuffer> {
  let bytes = new ArrayBuffer(0);
  // The body is taken aside; what goes on is JSON, as every good answer.
  const take: typeof fetch = async (input, init) => {
    const answer = await (settings.fetch ?? fetch)(input, init);
    if (!answer.ok) return answer;
    bytes = await answer.arrayBuffer();
    return new Response('{"taken":true}', { headers: { 'content-type': 'application/json' } });
  };
  await requestJson<{ taken: boolean }>(url, 'taken', options, { ...settings, fetch: take });
  return bytes;
}
