import assert from 'node:assert/strict';
import { setImmediate } from 'node:timers/promises';

/** Asks again until the condition holds; fails after the given time. */
export async function until(
  what: string,
  holds: () => Promise<boolean> | boolean,
  withinMs = 5000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    assert.ok(performance.now() < deadline, `${what} within ${withinMs} ms`);
    await setImmediate();
  }
}

/** Reads server-sent events one by one. */
export async function* serverSentEvents(
  response: Response,
): AsyncGenerator<{ event: string; data: unknown }> {
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    text += decoder.decode(chunk, { stream: true });
    for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
      const block = text.slice(0, end);
      text = text.slice(end + 2);
      const field = (name: string) =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2);
      const data = field('data');
      if (data !== undefined) yield { event: field('event') ?? 'message', data: JSON.parse(data) };
    }
  }
}
