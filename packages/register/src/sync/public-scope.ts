import { ConfigurationError } from '@pvp/sdk';

const SCOPE = /^(all|(institution|life-event)\/[A-Za-z0-9][A-Za-z0-9._~-]*)$/;

/**
 * @param refusal Of what only certain institutions may read: `cannot be …, because …`.
 * @throws {ConfigurationError} where the scope is none that everybody may read.
 */
export function assertPublicScope(scope: string, refusal: string): void {
  if (scope.startsWith('audience/')) {
    throw new ConfigurationError(`scope: what is for certain institutions only ${refusal}.`);
  }
  if (SCOPE.test(scope)) return;
  throw new ConfigurationError(
    `scope: ${JSON.stringify(scope)} is none; allowed are all, institution/{id} and life-event/{id}.`,
  );
}
