/** `GET /v1/openapi.json`: the contract. */
import { contractDocument } from './contract-document.ts';
import { endpoint, type RegisterApp } from './register-context.ts';
import { CACHE, jsonRepresentation, send, type Representation } from './reply.ts';

export function addOpenapiEndpoint(app: RegisterApp): void {
  let answer: Representation | undefined;
  endpoint(app, '/v1/openapi.json', {
    GET: (c) => send(c, (answer ??= jsonRepresentation(contractDocument())), CACHE.document),
  });
}
