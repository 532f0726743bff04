/** The script of a test: which fault meets which request, how often and from when on. */
import type { Fault } from './fault.ts';
import { matcherOf, type ProxyRequest, type RequestMatch } from './request-match.ts';

export interface RuleOptions {
  /** How many matching requests meet the fault; all without it. */
  times?: number;
  /** How many matching requests pass untouched before. */
  after?: number;
}

export interface Rule {
  readonly match: RequestMatch;
  readonly fault: Fault;
  /** How many requests have met the fault. */
  readonly fired: number;
  off(): void;
}

export interface RuleBook {
  readonly rules: readonly Rule[];
  add(match: RequestMatch, fault: Fault, options: RuleOptions): Rule;
  /** The faults that this request meets, in the order of the rules; counts them. */
  take(request: ProxyRequest): Fault[];
  clear(): void;
}

const SUBSTITUTES: readonly Fault['type'][] = [
  'html-page',
  'not-modified',
  'overload',
  'redirect',
  'stale-answer',
];

export function ruleBook(): RuleBook {
  let entries: { rule: Rule; take(request: ProxyRequest): boolean }[] = [];
  return {
    get rules() {
      return entries.map((entry) => entry.rule);
    },
    add(match, fault, { times = Infinity, after = 0 }) {
      const matches = matcherOf(match);
      let seen = 0;
      let fired = 0;
      const rule: Rule = {
        match,
        fault,
        get fired() {
          return fired;
        },
        off() {
          entries = entries.filter((entry) => entry.rule !== rule);
        },
      };
      entries.push({
        rule,
        take(request) {
          if (fired >= times || !matches(request)) return false;
          seen += 1;
          if (seen <= after) return false;
          fired += 1;
          return true;
        },
      });
      return rule;
    },
    take(request) {
      const faults: Fault[] = [];
      for (const entry of [...entries]) {
        const { fault } = entry.rule;
        // One request has one answer: a second substitute waits for the next request.
        const taken =
          SUBSTITUTES.includes(fault.type) && faults.some((one) => SUBSTITUTES.includes(one.type));
        if (!taken && entry.take(request)) faults.push(fault);
      }
      return faults;
    },
    clear() {
      entries = [];
    },
  };
}
