/** What went wrong with a request, in the errors of this package. */
import type { Problem } from '@pvp/contract';
import { GoneError } from '../errors/gone-error.ts';
import { InvalidAnswerError } from '../errors/invalid-answer-error.ts';
import { NetworkError } from '../errors/network-error.ts';
import { NotFoundError } from '../errors/not-found-error.ts';
import { ProblemError } from '../errors/problem-error.ts';
import type { RegisterError } from '../errors/register-error.ts';
import { TimeoutError } from '../errors/timeout-error.ts';
import { parseAnswer } from './parse-answer.ts';

/**
 * @param what Address without its query string.
 * @param cause What ky threw; undefined: an answer came, but not that of a register.
 * @param timedOut The limit of all attempts has passed.
 */
export async function failureOf(
  what: string,
  cause: unknown,
  timedOut: boolean,
): Promise<RegisterError> {
  if (!cause) return new InvalidAnswerError(`${what} gave an answer that is not the register's`);
  const { name, response } = cause as { name?: string; response?: Response };
  if (response) return answeredError(what, response);
  if (timedOut || name === 'TimeoutError') {
    return new TimeoutError(`${what} did not answer in time`);
  }
  return new NetworkError(`${what} could not be reached`, { cause });
}

async function answeredError(what: string, response: Response): Promise<RegisterError> {
  const { status } = response;
  const problem = parseAnswer(response, await response.text()) as Problem | undefined;
  const message = `${what} answered ${status} ${problem?.title ?? ''}`.trim();
  // Nothing was asked conditionally: whoever says "not modified" is no register.
  if (status < 400) return new InvalidAnswerError(message);
  if (problem?.type && status === 404) return new NotFoundError(message);
  if (problem?.type && status === 410) return new GoneError(message, problem.subject);
  return new ProblemError(message, status, problem, retryAfter(response) || undefined);
}

/** Seconds that `Retry-After` asks for, from a number or from an HTTP date; 0 without one. */
export function retryAfter(response: Response | undefined): number {
  const value = response?.headers.get('retry-after');
  if (!value) return 0;
  const seconds = /^\d+$/.test(value) ? +value : (Date.parse(value) - Date.now()) / 1000;
  return Math.max(0, Math.ceil(seconds)) || 0;
}
