/** Where elements get descriptions from. */
export { LiveSource, liveSource, type StoredAnswers } from './live-source.ts';
export type {
  Answer,
  Freshness,
  LifeEventListAnswer,
  LifeEventQuery,
  LifeEventSource,
  LoadOptions,
  RegisterChange,
  ServiceAnswer,
  ServiceListAnswer,
  ServiceSource,
} from './service-source.ts';
