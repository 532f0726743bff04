/** How the register of the stories takes requests: it accepts everything and keeps nothing. */
import type { Profile, RequestReceipt, TrackedRequest } from '@pvp/contract';
import sample from 'virtual:sample-records';

export const RECEIPT: RequestReceipt = {
  number: '26-7KQ4-M2XD',
  secret: 'q8Zr3vT0bYw1kN5uLx7cPd2mHs9aFgEj4oVi6tRzXnU',
  receivedAt: '2026-11-20T12:05:00Z',
};

/** A request that was kept, and is no longer. */
export const GONE = '26-GANE-0000';

const base: Omit<TrackedRequest, 'number' | 'state' | 'history'> = {
  kind: 'information-request',
  level: 1,
  delivery: 'kept',
  institutionId: 'ozolleja',
  text: 'Vai novadā var nodot vecas riepas?\nMan ir četras.',
  receivedAt: '2026-11-20T12:05:00Z',
  changedAt: '2026-11-21T08:30:00Z',
  attachments: [{ name: 'riepas.jpg', mediaType: 'image/jpeg', bytes: 481_200 }],
};

const received = { at: '2026-11-20T12:05:00Z', state: 'acknowledged', level: 1 } as const;
const begun = { at: '2026-11-20T13:40:00Z', state: 'in-progress', level: 1 } as const;
const handedOn = { at: '2026-11-20T15:10:00Z', state: 'in-progress', level: 2 } as const;

/** Requests in every state, by a word that stands in the number. */
export const TRACKED: Readonly<Record<string, TrackedRequest>> = {
  '26-7KQ4-M2XD': { ...base, number: '26-7KQ4-M2XD', state: 'acknowledged', history: [received] },
  '26-BEGN-0000': {
    ...base,
    number: '26-BEGN-0000',
    state: 'in-progress',
    level: 2,
    history: [received, begun, handedOn],
  },
  '26-PEND-0000': {
    ...base,
    number: '26-PEND-0000',
    state: 'pending',
    history: [
      received,
      begun,
      { ...begun, at: '2026-11-21T08:30:00Z', state: 'pending', message: 'Cik lielas ir riepas?' },
    ],
  },
  '26-DNEE-0000': {
    ...base,
    number: '26-DNEE-0000',
    state: 'resolved',
    history: [
      received,
      begun,
      {
        ...begun,
        at: '2026-11-21T08:30:00Z',
        state: 'resolved',
        message:
          'Var. Laukumā Liepu ielā 1, darbdienās no 8.00 līdz 17.00.\nLīdz četrām riepām bez maksas.',
      },
    ],
  },
  '26-NAYS-0000': {
    ...base,
    number: '26-NAYS-0000',
    state: 'rejected',
    text: 'a'.repeat(400),
    history: [
      received,
      {
        ...received,
        at: '2026-11-21T08:30:00Z',
        state: 'rejected',
        message: 'Šo jautājumu izskata cita iestāde.',
      },
    ],
  },
};

/** An institution that takes no requests. */
export const TAKES_NONE = 'uznemejdarbiba';

/** The answer to what is asked about requests; undefined: it is about something else. */
export function answerRequests({ url, method }: Request): Response | undefined {
  const { pathname, searchParams } = new URL(url);
  if (pathname === '/v1/request-kinds') {
    const profile = (searchParams.get('profile') ?? 'residents') as Profile;
    const told = sample.requestKinds[profile];
    const isTaken = searchParams.get('institution') !== TAKES_NONE;
    return Response.json(isTaken ? told : { ...told, kinds: [] });
  }
  if (pathname === '/v1/request-challenge') {
    const challenge = { challenge: 'stories', algorithm: 'SHA-256', difficulty: 0 };
    return Response.json({ ...challenge, expiresAt: '2026-11-20T12:15:00Z' });
  }
  if (pathname === '/v1/requests' && method === 'POST')
    return Response.json(RECEIPT, { status: 201 });
  if (pathname === '/v1/uploads') {
    const name = searchParams.get('name') ?? '';
    const upload = { id: 'upload', name, mediaType: 'text/plain', bytes: 10 };
    return Response.json(upload, { status: 201 });
  }
  if (pathname === '/v1/feedback') return new Response(null, { status: 204 });
  const number = /^\/v1\/requests\/([^/]+)$/.exec(pathname)?.[1];
  if (number === undefined) return undefined;
  const tracked = TRACKED[number];
  if (tracked) return Response.json(tracked);
  return number === GONE ? refuse('gone', 410) : refuse('unauthorized', 401);
}

function refuse(type: string, status: number): Response {
  const problem = { type: `urn:pvp:problem:${type}`, title: type, status };
  const headers = { 'content-type': 'application/problem+json' };
  return new Response(JSON.stringify(problem), { status, headers });
}
