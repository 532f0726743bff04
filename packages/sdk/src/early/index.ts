/**
 * For the first script of a page, which is there before everything else: a question that is asked
 * while the rest of the code is still on its way. Imports nothing, so that it waits for nothing.
 */

/** Asks as a source does, and reads the answer to its end; a source takes it over. */
export function askEarly(url: string): Promise<Response> {
  const answer = fetch(url, { credentials: 'omit' }).then(
    async (response) => new Response(await response.text(), response),
  );
  // Whoever takes it over hears of a failure; perhaps nobody does.
  answer.catch(() => undefined);
  return answer;
}
