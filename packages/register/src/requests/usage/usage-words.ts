/** What of a page's report is fit to be kept. */
import { cleanLine } from '../judge-request.ts';

const MOST_QUERY = 60;
/** Numbers of people, phones and accounts have more digits than any word that is searched for. */
const MOST_DIGITS = 5;
/** Where a page does not say on which host it stands. */
export const UNKNOWN_HOST = 'unknown';
/** Where a day has had more hosts than a register can be embedded on. */
export const OTHER_HOSTS = 'other';

/** The host of an `Origin` header. Paths and queries are in none. */
export function hostOf(origin: string | undefined): string {
  if (origin === undefined || !URL.canParse(origin)) return UNKNOWN_HOST;
  const { host, protocol } = new URL(origin);
  return /^https?:$/.test(protocol) && host !== '' ? host : UNKNOWN_HOST;
}

/** Words as they are counted; `undefined`: they may be personal, and are forgotten. */
export function keptQuery(query: string | undefined): string | undefined {
  if (query === undefined) return undefined;
  const words = cleanLine(query).toLocaleLowerCase('lv');
  const digits = words.replace(/\D/g, '').length;
  if (words === '' || words.includes('@') || digits > MOST_DIGITS) return undefined;
  return words.length <= MOST_QUERY ? words : undefined;
}

/** Names of one day, as many as there is room for: whoever invents them fills no disk. */
export class DayBook {
  readonly #most: number;
  #day = '';
  readonly #names = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether a name has room on a day. */
  has(day: string, name: string): boolean {
    if (day !== this.#day) {
      this.#day = day;
      this.#names.clear();
    }
    if (this.#names.has(name)) return true;
    if (this.#names.size >= this.#most) return false;
    this.#names.add(name);
    return true;
  }
}
