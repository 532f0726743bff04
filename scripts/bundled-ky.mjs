/**
 * A rollup plugin that bundles ky without the parts that no request of the elements reaches. Why:
 * docs/decisions/0003-the-bundled-ky.md. Only files for pages are built with it; npm packages and
 * tests of the SDK use ky as it is published.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * ky without what no request here reaches, a third of it. `requestJson` (packages/sdk/src/client)
 * is its only caller: GET of an address in full, without a body, hooks or an instance of its own,
 * and it reads the response by itself. What follows was read for this version; another one fails
 * the build until somebody has read it again.
 */
const ky = {
  version: '1.14.3',
  modules: {
    'index.js': `
      import { Ky } from './core/Ky.js';
      export default { get: (url, options) => Ky.create(url, { ...options, method: 'get' }) };`,
    'core/constants.js': `
      export const supportsRequestStreams = false;
      export const supportsResponseStreams = false;
      export const supportsFormData = false;
      export const supportsAbortController = true;
      export const supportsAbortSignal = typeof AbortSignal.any === 'function';
      export const responseTypes = {};
      export const maxSafeTimeout = 2_147_483_647;
      export const stop = Symbol('stop');
      export class RetryMarker {}`,
    'errors/ForceRetryError.js': `
      export class ForceRetryError extends Error {}`,
    'errors/HTTPError.js': `
      export class HTTPError extends Error {
        constructor(response) {
          super();
          this.response = response;
        }
      }`,
    'errors/NonError.js': `
      export class NonError extends Error {}`,
    'utils/body.js': `
      export const streamRequest = (request) => request;
      export const streamResponse = (response) => response;`,
    'utils/merge.js': `
      export const mergeHeaders = (none, headers) => new Headers(headers);
      export const mergeHooks = (none) => none;`,
    'utils/normalize.js': `
      export const normalizeRequestMethod = (method) => method.toUpperCase();
      export const normalizeRetryOptions = (retry) => ({
        methods: ['get'],
        afterStatusCodes: [413, 429, 503],
        delay: (attempt) => 300 * 2 ** (attempt - 1),
        ...retry,
      });`,
    'utils/options.js': `
      export const findUnknownOptions = () => ({});
      export const hasSearchParameters = () => false;`,
  },
};

/**
 * In `core/Ky.js`: beginnings of blocks, up to their first brace, that fall away as a whole. Each
 * must be found.
 */
const blocks = [
  // No hooks, no instances that extend each other, no shortcuts for bodies.
  /for \(const hook of (?:this|ky)\.#options\.hooks\.\w+\) \{/,
  /for \(const \[type, mimeType\] of Object\.entries\(responseTypes\)\) \{/,
  /if \(errorObject instanceof ForceRetryError\) \{/,
  /if \(error instanceof ForceRetryError && error\.customRequest\) \{/,
  /\n {4}#(?:decorateResponse|cancelResponseBody)\(response\) \{/,
  /\n {4}#getNormalizedOptions\(\) \{/,
  /\n {4}#assignRequest\(request\) \{/,
  /\n {4}#wrapRequestWithUploadProgress\(request, originalBody\) \{/,
  /static #normalizeSearchParams\(searchParams\) \{/,
  // Each call gives a string, a number of milliseconds below the largest, and `jitter: true`.
  /if \(typeof ky\.#options\.timeout === 'number' &&[^{]*\{/,
  /if \(this\.#options\.timeout === false\) \{/,
  /if \(typeof this\.#input !== 'string' &&[^{]*\{/,
  /if \(this\.#options\.prefixUrl &&[^{]*\{/,
  /if \(this\.#input instanceof globalThis\.Request\n[^{]*\{/,
  /if \(ky\.#options\.onDownloadProgress\) \{/,
  /if \(this\.#options\.onUploadProgress\) \{/,
  /if \(hasSearchParameters\([^{]*\{/,
  /if \(this\.#options\.json !== undefined\) \{/,
  /else if \(typeof this\.#options\.retry\.jitter === 'function'\) \{/,
  // Only GET is asked, and only what `Retry-After` may mean is waited for.
  /if \(!this\.#options\.retry\.methods\.includes\([^{]*\{/,
  /else if \(after >= Date\.parse\([^{]*\{/,
  /if \(error\.response\.status === 413\) \{/,
];

/** In `core/Ky.js`: single expressions, and what stands in their place. Each must be found. */
const expressions = [
  [/\s*\?\? error\.response\.headers\.get\('[^']+'\)(?: \/\/ .*)?/g, ''],
  [
    /\(typeof ky\.#options\.throwHttpErrors === 'function'[^:]*: ky\.#options\.throwHttpErrors\)/,
    'true',
  ],
  [
    /new HTTPError\(response, ky\.request, ky\.#getNormalizedOptions\(\)\)/,
    'new HTTPError(response)',
  ],
  [/ky\.#decorateResponse\(response\);/, ''],
  [/const userProvidedContentType = .*/, ''],
  [/#cachedNormalizedOptions;/, ''],
  [/hooks: mergeHooks\([^)]*\),/, ''],
  [/prefixUrl: String\(.*\),/, ''],
  [/throwHttpErrors: .*,/, ''],
  [/context: .*,/, ''],
  [/const nonRequestOptions = .*/, 'const nonRequestOptions = {};'],
];

/** ky's class without all of these. @throws {Error} where one is not found. */
function reduced(code) {
  let rest = code;
  for (const head of blocks) {
    let found = head.exec(rest);
    if (!found) throw new Error(`ky has no ${head}`);
    for (; found; found = head.exec(rest)) {
      let end = found.index + found[0].length;
      for (let depth = 1; depth > 0; end++) depth += { '{': 1, '}': -1 }[rest[end]] ?? 0;
      rest = rest.slice(0, found.index) + rest.slice(end);
    }
  }
  for (const [expression, instead] of expressions) {
    if (rest.search(expression) < 0) throw new Error(`ky has no ${expression}`);
    rest = rest.replace(expression, instead);
  }
  return rest;
}

export function withoutUnreachedKy() {
  return {
    name: 'pvp-without-unreached-ky',
    load(id) {
      const [, folder, file] = /^(.+[\\/]ky)[\\/]distribution[\\/](.+)$/.exec(id) ?? [];
      if (!folder) return null;
      const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      if (version !== ky.version) {
        this.error(`ky ${version}: what stands here about ky was read for ${ky.version}`);
      }
      return ky.modules[file.replaceAll('\\', '/')] ?? null;
    },
    transform: (code, id) =>
      /[\\/]ky[\\/]distribution[\\/]core[\\/]Ky\.js$/.test(id)
        ? { code: reduced(code), map: null }
        : null,
  };
}
