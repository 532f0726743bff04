/** The JSON in an answer; `undefined` where it holds none. */
export function parseAnswer(response: Response, text: string): unknown {
  try {
    if (/^application\/([\w.+-]+\+)?json\b/i.test(response.headers.get('content-type') ?? '')) {
      return JSON.parse(text);
    }
  } catch {
    // Broken JSON is no answer either.
  }
  return undefined;
}
