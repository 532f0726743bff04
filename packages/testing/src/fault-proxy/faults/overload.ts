import type { Overload, RetryAfter } from '../fault.ts';

/** 429 with the given form of `Retry-After`. */
export function tooMany(retryAfter: RetryAfter): Overload {
  return { type: 'overload', status: 429, retryAfter };
}

/** 503 with the given form of `Retry-After`. */
export function unavailable(retryAfter: RetryAfter): Overload {
  return { type: 'overload', status: 503, retryAfter };
}

/** Every form of `Retry-After`, for tests that go through all of them. */
export const retryAfterForms: readonly RetryAfter[] = [
  { seconds: 1 },
  { seconds: 0 },
  { dateInSeconds: 2 },
  'past-date',
  'garbage',
  'negative',
  'huge',
  'absent',
];

/** The header's value at a moment (milliseconds since 1970). */
export function retryAfterValue(form: RetryAfter, now: number): string | undefined {
  const date = (seconds: number) => new Date(now + seconds * 1000).toUTCString();
  if (typeof form === 'object') {
    if ('seconds' in form) return String(form.seconds);
    return 'raw' in form ? form.raw : date(form.dateInSeconds);
  }
  switch (form) {
    case 'past-date':
      return date(-3600);
    case 'garbage':
      return 'soon; maybe';
    case 'negative':
      return '-120';
    case 'huge':
      return '99999999999999999999';
    case 'absent':
      return undefined;
  }
}
