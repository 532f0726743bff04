/**
 * The closed lists of the contract as values, in the order in which people meet them.
 *
 * `openapi.yaml` is their source; a test compares the two. Readers tolerate values that a newer
 * register adds, so these lists say what this version can name, not what may arrive.
 */
import type { components } from './generated/openapi.ts';

export * from './support-lists.ts';

type Schemas = components['schemas'];

export const OBJECT_KINDS = [
  'service',
  'life-event',
  'need',
  'resource',
  'organization',
  'service-group',
  'service-template',
  'work-item',
  'knowledge-entry',
  'support-place',
  'request-form',
  'synonym',
] as const satisfies readonly Schemas['ObjectKind'][];

export const SERVICE_KINDS = [
  'public-individual',
  'public-general',
  'inter-shared',
  'inter-restricted',
] as const satisfies readonly Schemas['ServiceKind'][];

export const SERVICE_STATUSES = [
  'active',
  'suspended',
  'merged',
  'retired',
] as const satisfies readonly Schemas['ServiceStatus'][];

export const PROFILES = [
  'residents',
  'businesses',
  'institutions',
] as const satisfies readonly Schemas['Profile'][];

export const RECIPIENTS = [
  'resident',
  'business',
  'association',
  'institution',
] as const satisfies readonly Schemas['Recipient'][];

export const CHANNEL_KINDS = [
  'e-service',
  'e-form',
  'specialised-system',
  'mobile-app',
  'e-address',
  'e-mail',
  'post',
  'phone',
  'video',
  'in-person',
  'one-stop-centre',
  'home-visit',
] as const satisfies readonly Schemas['ChannelKind'][];

export const IDENTIFICATION_LEVELS = [
  'none',
  'low',
  'substantial',
  'high',
] as const satisfies readonly Schemas['IdentificationLevel'][];

export const TERM_UNITS = [
  'hour',
  'working-day',
  'calendar-day',
  'week',
  'month',
  'year',
] as const satisfies readonly Schemas['TermUnit'][];

export const REQUEST_KINDS = [
  'information-request',
  'work-request',
  'agreement-request',
  'service-request',
  'change-request',
  'incident',
  'problem',
  'complaint',
  'suggestion',
] as const satisfies readonly Schemas['RequestKind'][];

export const REQUEST_STATES = [
  'acknowledged',
  'in-progress',
  'pending',
  'resolved',
  'closed',
  'rejected',
] as const satisfies readonly Schemas['RequestState'][];

export const REQUEST_DELIVERIES = [
  'kept',
  'waiting',
  'delivered',
] as const satisfies readonly Schemas['RequestDelivery'][];

export const REQUEST_ATTRIBUTE_TYPES = [
  'line',
  'text',
  'number',
  'date',
  'instant',
  'yes-no',
  'choice',
  'choices',
] as const satisfies readonly Schemas['RequestAttributeType'][];

export const USAGE_EVENT_NAMES = [
  'view',
  'search',
  'search-without-result',
  'request-opened',
] as const satisfies readonly Schemas['UsageEventName'][];

export const RESOURCE_STATES = [
  'operational',
  'degraded',
  'outage',
  'maintenance',
] as const satisfies readonly Schemas['ResourceState'][];

export const ORGANIZATION_KINDS = [
  'municipality',
  'ministry',
  'agency',
  'state-company',
  'department',
  'other',
] as const satisfies readonly Schemas['OrganizationKind'][];

export const SERVICE_SORTS = [
  'relevance',
  'title',
  'changed',
] as const satisfies readonly Schemas['ServiceSort'][];

export const WEEKDAYS = [
  'mo',
  'tu',
  'we',
  'th',
  'fr',
  'sa',
  'su',
] as const satisfies readonly Schemas['Weekday'][];

export const TOKEN_ROLES = [
  'portfolio',
  'help-desk',
  'reader',
] as const satisfies readonly Schemas['TokenRole'][];

/** Elements that a rich-text tree may hold. */
export const RICH_TEXT_TAGS = [
  'p',
  'h3',
  'h4',
  'h5',
  'h6',
  'ul',
  'ol',
  'li',
  'a',
  'strong',
  'em',
  'br',
  'sup',
  'sub',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
  'blockquote',
] as const satisfies readonly Schemas['RichTextElement']['tagName'][];

/** Names of the management half. At the top of a record they are refused, never published. */
export const MANAGEMENT_FIELDS = [
  'manager',
  'funding',
  'kpis',
  'volumes',
  'sla',
  'resources',
  'notes',
] as const satisfies readonly (keyof Schemas['Management'])[];

export const SEARCH_INDEX_TIERS = [
  'titles',
  'summaries',
  'synonyms',
] as const satisfies readonly Schemas['SearchIndexTierName'][];
