/** The element classes. Nothing is registered by importing this; see `define/`. */
export type {
  AssistantDetail,
  LifeEventOpenedDetail,
  ServiceOpenedDetail,
  SupportGapDetail,
  SupportSubject,
  SupportWantedDetail,
} from './events.ts';
export { PvpLifeEvents } from './life-events/life-events.ts';
export { PvpServiceCard } from './service-card/service-card.ts';
export { SECTIONS, type FullContext, type Section } from './service-card/full-context.ts';
export { PvpSupportWidget } from './support-widget/support-widget.ts';
export { PvpServiceCatalogue } from './service-catalogue/service-catalogue.ts';
export type { ErrorDetail } from './attributes/attribute-check.ts';
export { PvpRequestForm, type RequestSentDetail } from './request-form/request-form.ts';
export { PvpRequestState } from './request-form/request-state.ts';
