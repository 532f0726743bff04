/** Where elements get descriptions from. */
export { LiveSource, liveSource, type StoredAnswers } from './live-source.ts';
export type {
  Answer,
  AnswersQuery,
  Freshness,
  LifeEventListAnswer,
  LifeEventQuery,
  LifeEventSource,
  LoadOptions,
  RegisterChange,
  ServiceAnswer,
  ServiceListAnswer,
  ServiceSource,
  SupportQuery,
  SupportSource,
} from './service-source.ts';
