/** `GET /v1/services` and `GET /v1/services/{idOrAlias}`. */
import type { Service } from '@pvp/contract';
import { parseServiceListQuery, serviceListSearchParams } from '@pvp/sdk/query';
import { findService, serviceWithDerived } from '../read-model/service-view.ts';
import { cpsvApService } from './formats/cpsv-ap.ts';
import type { FormatContext } from './formats/format-context.ts';
import { hsdsService } from './formats/hsds.ts';
import { schemaOrgService } from './formats/schema-org.ts';
import { badParameters, isId } from './parameters.ts';
import { HttpProblem, parameterFinding } from './problem.ts';
import {
  endpoint,
  originOf,
  type RegisterApp,
  type RegisterContext,
  type RequestContext,
} from './register-context.ts';
import { CACHE, jsonRepresentation, send } from './reply.ts';
import { chooseFormat, FORMAT_TYPES, type ServiceFormat } from './service-format.ts';

export function addServiceEndpoints(app: RegisterApp, context: RegisterContext): void {
  endpoint(app, '/v1/services', { GET: (c) => listServices(c, context) });
  endpoint(app, '/v1/services/:idOrAlias', { GET: (c) => getService(c, context) });
}

function listServices(c: RequestContext, { model, answers }: RegisterContext) {
  const { query, findings } = parseServiceListQuery(new URL(c.req.url).searchParams);
  if (findings) {
    throw badParameters(findings.map(({ field, reason }) => parameterFinding(field, reason)));
  }
  const answer = answers.get(`services?${serviceListSearchParams(query)}`, () =>
    jsonRepresentation(model.contents.index.answer(query)),
  );
  return send(c, answer, CACHE.list);
}

function getService(c: RequestContext, context: RegisterContext) {
  const id = c.req.param('idOrAlias') ?? '';
  const { contents } = context.model;
  const found = isId(id) ? findService(contents, id) : undefined;
  if (found === undefined || found.state === 'unknown') {
    throw new HttpProblem('not-found', { detail: 'No service has this id.' });
  }
  if (found.state === 'gone') {
    throw new HttpProblem('gone', {
      detail: found.subject.successor
        ? 'The service is no longer given; another one follows it.'
        : 'The service is no longer given.',
      subject: found.subject,
      headers: { 'Cache-Control': CACHE.gone, Vary: 'Accept, Accept-Encoding' },
    });
  }
  const format = chooseFormat(c.req.header('accept'));
  if (format === undefined) {
    throw new HttpProblem('not-acceptable', {
      detail: `A service is offered as ${Object.values(FORMAT_TYPES).join(', ')}.`,
      headers: { Vary: 'Accept, Accept-Encoding' },
    });
  }
  // Only the linked-data forms hold absolute addresses, so only they differ by origin.
  const origin = format === 'json' ? '' : originOf(c, context.config);
  const answer = context.answers.get(`${format} ${origin} service/${id}`, () => {
    const service = serviceWithDerived(contents, found.service, found.resolvedFrom);
    const formatContext = { origin, contents };
    return jsonRepresentation(inFormat(format, service, formatContext), FORMAT_TYPES[format]);
  });
  return send(c, answer, CACHE.record);
}

function inFormat(format: ServiceFormat, service: Service, context: FormatContext): unknown {
  switch (format) {
    case 'json':
      return service;
    case 'cpsv-ap':
      return cpsvApService(service, context);
    case 'schema-org':
      return schemaOrgService(service, context);
    case 'hsds':
      return hsdsService(service, context);
  }
}
