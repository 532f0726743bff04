/** Reads query parameters; everything that is wrong is told at once. */
import type { ImportFinding } from '@pvp/contract';
import { HttpProblem, parameterFinding } from './problem.ts';

const ID = /^[A-Za-z0-9][A-Za-z0-9._:~-]{0,127}$/;
const KIND = /^[a-z][a-z0-9-]{0,63}$/;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
/** Primary subtag of BCP 47. */
const PRIMARY_LANGUAGE = /^[a-z]{2,3}$/;
const MAX_LANGUAGES = 20;
const CURSOR = /^([0-9]{1,9})\.([A-Za-z0-9][A-Za-z0-9._:~-]{0,127})$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MAX_ALTERNATIVES = 50;
const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 200;

/** Where a page starts in a list: after the row with this id or, where it is gone, at this place. */
export interface PageStart {
  offset: number;
  after: string;
}

export function isId(value: string): boolean {
  return ID.test(value);
}

export function isKind(value: string): boolean {
  return KIND.test(value);
}

export class Parameters {
  readonly #params: URLSearchParams;
  readonly #findings: ImportFinding[] = [];

  constructor(params: URLSearchParams) {
    this.#params = params;
  }

  /** @throws {HttpProblem} 400 with every finding. */
  check(): void {
    if (this.#findings.length > 0) throw badParameters(this.#findings);
  }

  one(name: string): string | undefined {
    const values = this.#given(name);
    if (values.length > 1) this.#wrong(name, 'is given more than once');
    return values[0];
  }

  id(name: string): string | undefined {
    const value = this.one(name);
    if (value !== undefined && !isId(value)) this.#wrong(name, 'is not an id');
    return value;
  }

  ids(name: string): string[] | undefined {
    const values = [...new Set(this.#given(name))];
    if (values.length > MAX_ALTERNATIVES) {
      this.#wrong(name, `has more than ${MAX_ALTERNATIVES} values`);
    }
    if (!values.every(isId)) this.#wrong(name, 'is not an id');
    return values.length > 0 ? values : undefined;
  }

  among<T extends string>(name: string, allowed: readonly T[]): T | undefined {
    const value = this.one(name);
    const known = allowed.find((item) => item === value);
    if (value !== undefined && known === undefined) {
      this.#wrong(name, `is unknown; allowed: ${allowed.join(', ')}`);
    }
    return known;
  }

  text(name: string, maxLength: number): string | undefined {
    const value = this.one(name)?.trim();
    if (value !== undefined && value.length > maxLength) {
      this.#wrong(name, `is longer than ${maxLength} characters`);
    }
    return value;
  }

  lang(): string | undefined {
    const value = this.one('lang');
    if (value !== undefined && !LANGUAGE.test(value)) this.#wrong('lang', 'is not a language tag');
    return value;
  }

  /** A day as YYYY-MM-DD. */
  day(name: string): string | undefined {
    const value = this.one(name);
    if (value === undefined) return undefined;
    const day = new Date(`${value}T00:00:00Z`);
    const isDay = DAY.test(value) && !Number.isNaN(day.getTime());
    if (isDay && day.toISOString().startsWith(value)) return value;
    this.#wrong(name, 'is not a day as YYYY-MM-DD');
    return undefined;
  }

  /** Languages, each once, without region or script. */
  languages(name: string): string[] | undefined {
    const values = [...new Set(this.#given(name))];
    if (values.length > MAX_LANGUAGES) this.#wrong(name, `has more than ${MAX_LANGUAGES} values`);
    if (!values.every((value) => PRIMARY_LANGUAGE.test(value))) {
      this.#wrong(name, 'is not a language as two or three small letters');
    }
    return values.length > 0 ? values : undefined;
  }

  limit(usual = DEFAULT_LIMIT, most = MAX_LIMIT): number {
    const value = this.one('limit');
    if (value === undefined) return usual;
    const limit = /^[0-9]{1,3}$/.test(value) ? Number(value) : 0;
    if (limit < 1 || limit > most) {
      this.#wrong('limit', `is not a whole number from 1 to ${most}`);
    }
    return limit;
  }

  cursor(): PageStart | undefined {
    const value = this.one('cursor');
    if (value === undefined) return undefined;
    const plain = Buffer.from(value, 'base64url').toString('latin1');
    const [, offset, after] = CURSOR.exec(plain) ?? [];
    if (offset !== undefined && after !== undefined) return { offset: Number(offset), after };
    this.#wrong('cursor', 'is not the `next` of an answer');
    return undefined;
  }

  #given(name: string): string[] {
    return this.#params.getAll(name).filter((value) => value.trim() !== '');
  }

  #wrong(field: string, reason: string): void {
    this.#findings.push(parameterFinding(field, reason));
  }
}

export function badParameters(findings: readonly ImportFinding[]): HttpProblem {
  const names = [...new Set(findings.map(({ field }) => field))].join(', ');
  return new HttpProblem('bad-request', {
    detail: `These parameters cannot be used: ${names}.`,
    errors: findings,
  });
}

/** One page of a list that is held in memory. */
export function pageOf<T>(
  rows: readonly T[],
  idOf: (row: T) => string,
  start: PageStart | undefined,
  limit: number,
): { items: T[]; total: number; next?: string } {
  let from = 0;
  if (start) {
    const at = rows.findIndex((row) => idOf(row) === start.after);
    from = at < 0 ? start.offset : at + 1;
  }
  const items = rows.slice(from, from + limit);
  const last = items.at(-1);
  const end = from + items.length;
  return {
    items,
    total: rows.length,
    ...(last !== undefined &&
      end < rows.length && { next: Buffer.from(`${end}.${idOf(last)}`).toString('base64url') }),
  };
}
