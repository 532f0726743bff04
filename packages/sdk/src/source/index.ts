/** Where elements get descriptions from. */
export { LiveSource, liveSource, type StoredAnswers } from './live-source.ts';
export type {
  Answer,
  Freshness,
  LoadOptions,
  RegisterChange,
  ServiceAnswer,
  ServiceListAnswer,
  ServiceSource,
} from './service-source.ts';
