/** `GET /v1/support`. */
import { findService } from '../read-model/service-view.ts';
import { resolveSupport, type SupportSubject } from '../support/resolve-support.ts';
import { Parameters } from './parameters.ts';
import { HttpProblem } from './problem.ts';
import {
  endpoint,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';

export function addSupportEndpoint(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/support', { GET: (c) => getSupport(c, context) });
}

function getSupport(c: RequestContext, { model, answers }: RegisterContext) {
  const parameters = new Parameters(new URL(c.req.url).searchParams);
  const serviceId = parameters.id('service');
  const institutionId = parameters.id('institution');
  parameters.check();

  const subject: SupportSubject = {};
  if (serviceId !== undefined) {
    const found = findService(model.contents, serviceId);
    if (found.state !== 'found') {
      throw new HttpProblem('not-found', { detail: 'No service that is given has this id.' });
    }
    subject.service = found.service;
  }
  if (institutionId !== undefined) {
    const organization = model.contents.resolve('organization', institutionId);
    if (organization === undefined) {
      throw new HttpProblem('not-found', { detail: 'No organization has this id.' });
    }
    subject.institution = organization.id;
  }
  const key = `support ${subject.service?.id ?? ''} ${subject.institution ?? ''}`;
  const answer = answers.get(key, () =>
    jsonRepresentation(resolveSupport(model.contents, subject)),
  );
  return send(c, answer, CACHE.list);
}
