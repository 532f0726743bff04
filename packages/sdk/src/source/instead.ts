/** Who answers where the register has not: an old copy, or the static snapshot at its address. */
import { requestJson, type RequestSettings } from '../client/request-json.ts';
import type { ProblemError } from '../errors/problem-error.ts';
import type { RegisterError } from '../errors/register-error.ts';
import { toAnswer, type LiveSource } from './live-source.ts';
import type { Answer, LoadOptions } from './service-source.ts';
import { stateNow } from './state-now.ts';
// Whoever has this part can tell failures apart, even where nothing can be fetched any more.
import '../client/request-failure.ts';

/** A question that a live source asked. */
export interface Asked<T> extends LoadOptions {
  url: string;
  field: keyof T & string;
}

/**
 * @param failure What the register gave; an empty object: the address is none of a register.
 * @throws {RegisterError} where nobody can answer.
 */
export async function answerInstead<T>(
  live: LiveSource,
  failure: unknown,
  question: Asked<T>,
  settings: RequestSettings,
): Promise<Answer<T>> {
  if (isNoRegister(failure as ProblemError)) {
    const { answerFromSnapshot } = await import('./snapshot-at-address.ts').catch(() => {
      throw failure;
    });
    const answer = await answerFromSnapshot(live, question, settings);
    if (answer) return answer as Answer<T>;
  }
  if (!(failure as RegisterError).retryable) throw failure;
  // The HTTP cache may hold a copy that is too old to be given without being asked for.
  const { url, field, signal } = question;
  const request = { signal, cache: 'force-cache' } as const;
  const old = await requestJson<T>(url, field, request, { ...settings, retry: 0 }).catch(
    (second: RegisterError) => {
      throw second.retryable ? failure : second;
    },
  );
  return toAnswer(old, stateNow(true));
}

/** A file server says 404 or 403 in its own words, or gives a page for whatever is asked. */
function isNoRegister({ code, status = 0, problem }: Partial<ProblemError>): boolean {
  if (code === 'problem') return !problem && status < 500 && status !== 429;
  return !code || (code as string) === 'invalid-answer';
}
