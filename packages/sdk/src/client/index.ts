/** The read API of a register for developers. */
export * from '../errors/index.ts';
export {
  RegisterClient,
  type KnowledgeQuery,
  type Page,
  type ReadOptions,
  type RegisterClientOptions,
} from './register-client.ts';
export type { RequestSettings } from './request-json.ts';
