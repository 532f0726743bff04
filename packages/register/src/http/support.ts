/** `GET /v1/support`. */
import type { SupportAnswer } from '@pvp/contract';
import { resolveSupport, type SupportSubject } from '@pvp/sdk/support';
import { findService } from '../read-model/service-view.ts';
import { supportContents } from '../support/support-contents.ts';
import { holidaysAround } from '../support/support-data.ts';
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

function getSupport(c: RequestContext, context: RegisterContext) {
  const { model, answers, config, clock, requests } = context;
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
  const now = clock();
  const takesRequests = requests !== undefined;
  const { matrix } = config.support;
  // The holidays are those of two years, so the answer is another one in another year.
  const year = now.getUTCFullYear();
  const key = `support ${subject.service?.id ?? ''} ${subject.institution ?? ''} ${year}`;
  const answer = answers.get(key, () =>
    jsonRepresentation({
      ...resolveSupport(supportContents(model.contents), subject, { takesRequests, matrix }),
      takesRequests,
      holidays: holidaysAround(config.support, now),
    } satisfies SupportAnswer),
  );
  return send(c, answer, CACHE.list);
}
