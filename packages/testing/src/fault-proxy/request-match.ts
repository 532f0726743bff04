/** Which requests a rule concerns. */
export interface ProxyRequest {
  /** Position in order of arrival; 1 is the first. */
  n: number;
  method: string;
  /** Path and query as they were sent. */
  url: string;
  /** Without the query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case; repeated ones joined by a comma. */
  headers: Record<string, string>;
}

/**
 * A path pattern (`*` stands for one segment or a part of it, `**` for any number of them), a
 * regular expression over path and query, or a function. The first two leave `OPTIONS` alone, so
 * that preflights pass.
 */
export type RequestMatch = string | RegExp | ((request: ProxyRequest) => boolean);

export function matcherOf(match: RequestMatch): (request: ProxyRequest) => boolean {
  if (typeof match === 'function') return match;
  if (typeof match === 'string') {
    const path = pathPattern(match);
    return (request) => request.method !== 'OPTIONS' && path.test(request.path);
  }
  // A global or sticky expression remembers where it stopped; here each request starts anew.
  const expression = new RegExp(match.source, match.flags.replace(/[gy]/g, ''));
  return (request) => request.method !== 'OPTIONS' && expression.test(request.url);
}

function pathPattern(pattern: string): RegExp {
  const source = pattern
    .split(/(\*\*|\*)/)
    .map((piece) =>
      piece === '**' ? '.*' : piece === '*' ? '[^/]*' : piece.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'),
    )
    .join('');
  return new RegExp(`^${source}$`);
}
