/** `POST /v1/uploads`: one file that a request will name. */
import { randomBytes } from 'node:crypto';
import type { Upload } from '@pvp/contract';
import { judgeUpload } from '../requests/uploads/judge-upload.ts';
import { readBytes } from './json-body.ts';
import { Parameters } from './parameters.ts';
import { preflight } from './preflight.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { sendUncached } from './reply.ts';
import { countCall, requestsOf } from './request-access.ts';

const MAX_NAME = 200;

export function addUploadEndpoint(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/uploads', {
    POST: (c) => createUpload(c, context),
    OPTIONS: preflight('POST', 'Content-Type'),
  });
}

async function createUpload(c: RequestContext, context: RegisterContext): Promise<Response> {
  const requests = requestsOf(context);
  const { store, settings, clock } = requests;
  const { attachments } = settings;
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const name = parameters.text('name', MAX_NAME);
  parameters.check();
  if (name === undefined) {
    throw new HttpProblem('bad-request', { detail: 'Send the name of the file as ?name=….' });
  }
  countCall(c, context, requests, 'upload');
  const content = await readBytes(c, attachments.bytes);
  const declared = c.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const allowed = attachments.mediaTypes;
  const judged =
    content.length > 0 ? await judgeUpload(content, { name, declared, allowed }) : undefined;
  if (judged === undefined) {
    throw new HttpProblem('unsupported-media-type', {
      detail: `The content of the file is of none of these types: ${allowed.join(', ')}.`,
    });
  }
  const upload: Upload = {
    id: randomBytes(18).toString('hex'),
    name: judged.name,
    mediaType: judged.mediaType,
    bytes: content.length,
  };
  const at = clock().toISOString();
  if (!(await store.addUpload(upload, content, at, attachments.unclaimedBytes))) {
    throw new HttpProblem('unavailable', {
      detail: 'There is no room for files now. Send the request without it, or try again later.',
      headers: { 'Retry-After': '600' },
    });
  }
  return sendUncached(c, 201, upload);
}
