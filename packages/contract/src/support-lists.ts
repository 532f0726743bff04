/** The closed lists of support. Apart from the others, because few pages need them. */
import type { components } from './generated/openapi.ts';

type Schemas = components['schemas'];

export const SUPPORT_PLACE_KINDS = [
  'self-service-site',
  'request-system',
  'specialised-system',
  'mobile-app',
  'vpp-pd',
  'institution-help-desk',
  'institution-remote',
  'one-stop-centre',
  'customer-centre',
  'institution-in-person',
] as const satisfies readonly Schemas['SupportPlaceKind'][];

export const SUPPORT_MEANS = [
  'faq',
  'knowledge-base',
  'assistant',
  'phone',
  'video',
  'e-mail',
  'e-address',
  'social-network',
  'request-form',
  'visit',
  'workplace',
] as const satisfies readonly Schemas['SupportMeans'][];

export const SUPPORT_WAYS = [
  'remote',
  'in-person',
] as const satisfies readonly Schemas['SupportWay'][];

export const SUPPORT_DUTIES = [
  'information',
  'consultation',
  'training',
  'access',
  'partners',
] as const satisfies readonly Schemas['SupportDuty'][];

export const ANSWER_SECTIONS = [
  'summary',
  'cost',
  'term',
  'documents',
  'steps',
  'channels',
  'result',
  'appeal',
  'notes',
] as const satisfies readonly Schemas['AnswerSection'][];

export const SUPPORT_LEVELS = [0, 1, 2] as const satisfies readonly Schemas['SupportLevel'][];
