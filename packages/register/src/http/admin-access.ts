/** Who may use the write API, and for which records. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { KnowledgeEntry, RequestForm, Service, SupportPlace, Synonym } from '@pvp/contract';
import type { TokenGrant } from '../store/store.ts';
import { HttpProblem } from './problem.ts';
import type { RegisterContext, RequestContext } from './register-context.ts';

const CHALLENGE = 'Bearer realm="register"';

/**
 * The grant of the token that is presented.
 *
 * @throws {HttpProblem} 403 where the write API is off, 401 where the token is missing or wrong.
 */
export async function authenticate(
  c: RequestContext,
  { store, config }: RegisterContext,
): Promise<TokenGrant> {
  const presented = /^Bearer +([\x21-\x7e]+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
  if (presented !== undefined) {
    if (config.adminToken !== undefined && equal(presented, config.adminToken)) {
      return { name: 'PVP_ADMIN_TOKEN', role: 'portfolio', institution: undefined };
    }
    if (config.helpDeskToken !== undefined && equal(presented, config.helpDeskToken)) {
      return { name: 'PVP_HELP_DESK_TOKEN', role: 'help-desk', institution: undefined };
    }
    const grant = await store.findToken(presented);
    if (grant) return grant;
  }
  const { adminToken, helpDeskToken } = config;
  if (
    adminToken === undefined &&
    helpDeskToken === undefined &&
    (await store.listTokens()).length === 0
  ) {
    throw new HttpProblem('forbidden', {
      detail:
        'The write API is off, because no token is configured. Set PVP_ADMIN_TOKEN or run "pvp token create".',
    });
  }
  throw new HttpProblem('unauthorized', {
    detail: presented === undefined ? 'No bearer token was sent.' : 'The token is not valid.',
    headers: {
      'WWW-Authenticate':
        presented === undefined ? CHALLENGE : `${CHALLENGE}, error="invalid_token"`,
    },
  });
}

/** @throws {HttpProblem} 403 unless the role writes. */
export function checkWrites(grant: TokenGrant): void {
  if (grant.role === 'portfolio') return;
  throw new HttpProblem('forbidden', {
    detail: `A token with the role ${grant.role} reads and does not write.`,
  });
}

/**
 * Whether a record is a token's to read and write: for a national token all are; for an
 * institution's those that it answers for. Life events, needs, resources, groups, templates and
 * kinds that the contract does not describe are kept nationally.
 */
export function mayTouch(grant: TokenGrant, record: { type: string; id: string }): boolean {
  const { institution } = grant;
  if (institution === undefined) return true;
  switch (record.type) {
    case 'service':
      return (record as Service).holder === institution;
    case 'organization':
      return record.id === institution;
    case 'support-place':
    case 'request-form':
      return (record as SupportPlace | RequestForm).organization === institution;
    case 'knowledge-entry': {
      const { institutions } = record as KnowledgeEntry;
      return institutions?.length === 1 && institutions[0] === institution;
    }
    case 'synonym':
      return (record as Synonym).institution === institution;
    default:
      return false;
  }
}

/** @throws {HttpProblem} 403 where the record is another institution's. */
export function checkTouch(grant: TokenGrant, record: { type: string; id: string }): void {
  if (mayTouch(grant, record)) return;
  throw new HttpProblem('forbidden', {
    detail: `The token is for records of ${grant.institution} only.`,
  });
}

/** Hashed first, so that neither content nor length shows in the time it takes. */
function equal(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest();
  return timingSafeEqual(digest(a), digest(b));
}
