/** What the endpoints of requests share: whether there are any, who calls, and how often. */
import type { Service } from '@pvp/contract';
import { findService } from '../read-model/service-view.ts';
import { senderOf } from '../requests/abuse/rate-limit.ts';
import type { CallKind } from '../requests/abuse/call-limits.ts';
import type { RequestService } from '../requests/request-service.ts';
import { HttpProblem } from './problem.ts';
import type { RegisterContext, RequestContext } from './register-context.ts';

/** @throws {HttpProblem} 404 where no requests are taken. */
export function requestsOf({ requests }: RegisterContext): RequestService {
  if (requests) return requests;
  throw new HttpProblem('not-found', { detail: 'No requests are taken here.' });
}

/**
 * Counts a call of whoever sends it.
 *
 * @throws {HttpProblem} 429
 */
export function countCall(
  c: RequestContext,
  context: RegisterContext,
  requests: RequestService,
  kind: CallKind,
): void {
  const wait = requests.limits.countSender(kind, addressOf(c, context));
  if (wait > 0) throw tooMany('Too many calls have come from your network.', wait);
}

export function tooMany(detail: string, seconds: number): HttpProblem {
  return new HttpProblem('too-many-requests', {
    detail: `${detail} Try again in ${seconds} seconds.`,
    headers: { 'Retry-After': String(seconds) },
  });
}

/** The sender, as far as the connection or a trusted proxy tells. */
function addressOf(c: RequestContext, { config }: RegisterContext): string {
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (config.trustProxy && forwarded) return senderOf(forwarded);
  return senderOf(c.env?.incoming?.socket?.remoteAddress ?? '');
}

/** Ids as registered; a name that leads nowhere is in `unknown`. */
export interface ResolvedSubject {
  service: Service | undefined;
  institution: string | undefined;
  unknown: ('service' | 'institution')[];
}

/** Without an institution it is that of the service. */
export function resolveSubject(
  { model }: RegisterContext,
  serviceId: string | undefined,
  institutionId: string | undefined,
): ResolvedSubject {
  const { contents } = model;
  const found = serviceId === undefined ? undefined : findService(contents, serviceId);
  const service = found?.state === 'found' ? found.service : undefined;
  const named = institutionId ?? service?.holder ?? service?.providers?.[0];
  const organization = named === undefined ? undefined : contents.resolve('organization', named);
  const unknown: ResolvedSubject['unknown'] = [];
  if (serviceId !== undefined && service === undefined) unknown.push('service');
  if (institutionId !== undefined && organization === undefined) unknown.push('institution');
  return { service, institution: organization?.id, unknown };
}
