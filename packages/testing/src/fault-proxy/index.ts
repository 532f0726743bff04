/** A reverse proxy that provokes the faults of real networks, caches and servers in tests. */
export { openFaultProxy, type FaultProxy, type FaultProxyOptions } from './open-fault-proxy.ts';
export { seededRandom } from './seeded-random.ts';
export { requestLine, type LogEntry } from './request-log.ts';
export type { ProxyRequest, RequestMatch } from './request-match.ts';
export type { Rule, RuleOptions } from './rules.ts';
export type { KillCallback, KillMoment, KillPoint } from './kill-points.ts';
export type { ProxyClock } from './clock.ts';
export type { Fault, JsonRewrite, RetryAfter, ToldEtag } from './fault.ts';
export type { RewriteContext } from './rewrite-context.ts';

export { latency } from './faults/latency.ts';
export { slice } from './faults/slice.ts';
export { loseAnswer, resetAfter } from './faults/reset.ts';
export { silenceAfterHeaders } from './faults/silence-after-headers.ts';
export { oversize, truncate } from './faults/body-length.ts';
export { htmlPage } from './faults/html-page.ts';
export { contentType } from './faults/content-type.ts';
export { notModifiedWithoutCopy } from './faults/not-modified-without-copy.ts';
export { retryAfterForms, tooMany, unavailable } from './faults/overload.ts';
export { staleAnswer } from './faults/stale-answer.ts';
export { redirect } from './faults/redirect.ts';
export { corruptPart } from './faults/corrupt-part.ts';
export { refuse } from './faults/refuse.ts';
export { rewriteJson } from './faults/rewrite-json.ts';
export { overlappingPages, reorderedPages } from './faults/reordered-pages.ts';
export { lyingTotals } from './faults/lying-totals.ts';
export { cursorLoop } from './faults/cursor-loop.ts';
export { deletionsOfEverything, type HeldObject } from './faults/deletions-of-everything.ts';
