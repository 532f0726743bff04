/**
 * Which fields of the own format hold text for people, so that the authoring shorthand can be read
 * there: a plain string for a text by language, Markdown or HTML for rich text, parts without ids.
 */
export type FieldShape =
  'text' | 'texts' | 'rich' | { part: Shape } | { parts: Shape; prefix?: string };

/** Shapes by name of field. Fields that are not named are taken as they are. */
export type Shape = Readonly<{ [field: string]: FieldShape }>;

const hours: Shape = {
  description: 'text',
  exceptions: { parts: { description: 'text' } },
};
const contact: Shape = { title: 'text', hours: { part: hours } };
const organization: Shape = { title: 'text', contacts: { parts: contact, prefix: 'k' } };
const titled: Shape = { title: 'text', summary: 'text', description: 'text' };

const service: Shape = {
  title: 'text',
  alternativeTitles: 'texts',
  summary: 'text',
  description: 'rich',
  statusNote: 'rich',
  recipientNote: 'rich',
  situations: { parts: { title: 'text' }, prefix: 'sit' },
  channels: {
    prefix: 'ch',
    parts: {
      title: 'text',
      description: 'rich',
      landsOn: 'text',
      places: { parts: contact, prefix: 'p' },
      hours: { part: hours },
    },
  },
  costs: { parts: { description: 'text' }, prefix: 'c' },
  terms: { parts: { description: 'text' }, prefix: 't' },
  steps: { parts: { title: 'text', description: 'rich' }, prefix: 's' },
  documents: { parts: { title: 'text', description: 'rich' }, prefix: 'd' },
  outputs: { parts: { title: 'text', description: 'rich' }, prefix: 'o' },
  sections: { parts: { title: 'text', content: 'rich' }, prefix: 'sec' },
  legalResources: { parts: {}, prefix: 'l' },
  contacts: { parts: contact, prefix: 'k' },
};

const SHAPES: Readonly<Record<string, Shape>> = {
  service,
  organization,
  need: titled,
  'service-group': titled,
  'service-template': titled,
  'work-item': titled,
  'life-event': { title: 'text', summary: 'text', description: 'rich' },
  resource: {
    title: 'text',
    status: { part: { message: 'text' } },
  },
  'knowledge-entry': { title: 'text', answer: 'rich' },
  'support-place': {
    title: 'text',
    description: 'text',
    hours: { part: hours },
    callCost: 'text',
    accessibility: 'text',
    equipment: 'text',
  },
  'request-form': {
    title: 'text',
    description: 'text',
    attributes: {
      prefix: 'a',
      parts: {
        title: 'text',
        description: 'text',
        values: { parts: { title: 'text' }, prefix: 'v' },
      },
    },
  },
};

/** The shape of a kind. Of a kind that the contract does not describe nothing is presumed. */
export function shapeOf(kind: unknown): Shape {
  return (typeof kind === 'string' && Object.hasOwn(SHAPES, kind) && SHAPES[kind]) || {};
}
