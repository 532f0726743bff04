import { tell } from '../tell.ts';

export interface ErrorDetail {
  /** `bad-attribute`, or the code of the SDK's error. */
  code: string;
  message: string;
  attribute?: string;
  cause?: unknown;
}

/** Tells the page of an error that a source threw. */
export function reportFailure(host: Element, error: unknown): void {
  const { code = 'unknown', message = String(error) } = error as Partial<ErrorDetail>;
  tell<ErrorDetail>(host, 'pvp-error', { code, message, cause: error });
}
