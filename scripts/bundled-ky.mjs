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
  /** Options that are never set: their branches fall away. */
  unset:
    /\b(?:this|ky)\.#options\.(?:json|parseJson|stringifyJson|searchParams|on(?:Up|Down)loadProgress)\b/g,
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
        ? { code: code.replaceAll(ky.unset, 'undefined'), map: null }
        : null,
  };
}
