/** Who on the staff may see which requests. */
import type { StoredRequest } from '../requests/request-model.ts';
import type { RequestService } from '../requests/request-service.ts';
import type { TokenGrant } from '../store/store.ts';
import { authenticate } from './admin-access.ts';
import { HttpProblem } from './problem.ts';
import type { RegisterContext, RequestContext } from './register-context.ts';
import { requestsOf } from './request-access.ts';

/** A member of the staff at work. */
export interface Office {
  requests: RequestService;
  grant: TokenGrant;
}

/**
 * The caller, where its role may see what people wrote.
 *
 * @throws {HttpProblem} 401, 403, or 404 where no requests are taken.
 */
export async function officeOf(c: RequestContext, context: RegisterContext): Promise<Office> {
  const requests = requestsOf(context);
  const grant = await authenticate(c, context);
  if (grant.role === 'help-desk' || grant.role === 'portfolio') return { requests, grant };
  throw new HttpProblem('forbidden', {
    detail: `A token with the role ${grant.role} does not see requests.`,
  });
}

/** @throws {HttpProblem} 404, as if there were none: another institution's requests are not told of. */
export function checkOffice({ grant }: Office, request: StoredRequest): void {
  if (grant.institution === undefined || grant.institution === request.institution) return;
  throw new HttpProblem('not-found', { detail: 'No request has this number.' });
}

/**
 * The institution to which an answer is narrowed: that of the token, or the one that is asked for.
 *
 * @throws {HttpProblem} 403 where these are two.
 */
export function institutionOf(
  { grant }: Pick<Office, 'grant'>,
  asked: string | undefined,
  { model }: RegisterContext,
): string | undefined {
  const id =
    asked === undefined ? undefined : (model.contents.resolve('organization', asked)?.id ?? asked);
  if (grant.institution === undefined) return id;
  if (id === undefined || id === grant.institution) return grant.institution;
  throw new HttpProblem('forbidden', { detail: `The token is for ${grant.institution} only.` });
}
