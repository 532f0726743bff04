/** The reference of the elements in Markdown, from their manifest. */

const head = `<!-- Generated from the class comments by \`npm run generate\`. Do not edit. -->

# Reference of the elements

What a page may write, listen to and style. Everything else may change in any version. How to put
an element on a page is told in [embedding](embedding.md), what its states mean in
[states of the elements](elements-states.md), what the custom properties do together in
[theming](theming.md).
`;

const code = (text) => (text ? `\`${text.replaceAll('|', '\\|')}\`` : '');
const prose = (text = '') => text.replace(/\s+/g, ' ').replaceAll('|', '\\|').trim();

function table(title, columns, rows) {
  if (!rows.length) return '';
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [
    `### ${title}\n`,
    line(columns),
    line(columns.map(() => '---')),
    ...rows.map(line),
    '',
  ].join('\n');
}

const propertyTable = (title, properties) =>
  table(
    title,
    ['Custom property', 'Default', 'Meaning'],
    properties.map(({ name, default: value, description }) => [
      code(name),
      code(value),
      prose(description),
    ]),
  );

/** @param everywhere Names of the custom properties that all elements have. */
function reference(element, everywhere) {
  const { tagName, description, attributes = [], members = [], events = [] } = element;
  const { slots = [], cssStates = [], cssProperties = [], cssParts = [] } = element;
  const byAttribute = new Set(attributes.map(({ fieldName }) => fieldName));
  const properties = members.filter(({ kind, name }) => kind === 'field' && !byAttribute.has(name));
  const methods = members.filter(({ kind }) => kind === 'method');
  return [
    `## \`<${tagName}>\`\n\n${description}\n`,
    table(
      'Attributes',
      ['Attribute', 'Property', 'Type', 'Meaning'],
      attributes.map(({ name, fieldName, type, description: text }) => [
        code(name),
        code(fieldName),
        code(type?.text),
        prose(text),
      ]),
    ),
    table(
      'Properties without an attribute',
      ['Property', 'Type', 'Meaning'],
      properties.map(({ name, type, description: text }) => [
        code(name),
        code(type?.text),
        prose(text),
      ]),
    ),
    table(
      'Methods',
      ['Method', 'Meaning'],
      methods.map(({ name, parameters = [], description: text }) => [
        code(`${name}(${parameters.map((parameter) => parameter.name).join(', ')})`),
        prose(text),
      ]),
    ),
    table(
      'Events',
      ['Event', 'Type', 'When'],
      events.map(({ name, type, description: text }) => [
        code(name),
        code(type?.text),
        prose(text),
      ]),
    ),
    table(
      'Slots',
      ['Slot', 'Content'],
      slots.map(({ name, description: text }) => [name ? code(name) : '(default)', prose(text)]),
    ),
    table(
      'States',
      ['State', 'Meaning'],
      cssStates.map(({ name, description: text }) => [code(`:state(${name})`), prose(text)]),
    ),
    table(
      'Parts',
      ['Part', 'What it is'],
      cssParts.map(({ name, description: text }) => [code(`::part(${name})`), prose(text)]),
    ),
    propertyTable(
      'Custom properties of its own',
      cssProperties.filter(({ name }) => !everywhere.has(name)),
    ),
  ]
    .filter(Boolean)
    .join('\n');
}

/** @param manifest The custom elements manifest. */
export function elementsReference(manifest) {
  const elements = manifest.modules
    .flatMap(({ declarations }) => declarations)
    .sort((a, b) => a.tagName.localeCompare(b.tagName, 'en'));
  const [first, ...others] = elements.map(({ cssProperties }) => cssProperties);
  const ofAll = first.filter(({ name }) =>
    others.every((properties) => properties.some((property) => property.name === name)),
  );
  const everywhere = new Set(ofAll.map(({ name }) => name));
  return [
    head,
    ...elements.map((element) => reference(element, everywhere)),
    `## All elements\n\n${propertyTable('Custom properties', ofAll)}`,
  ].join('\n');
}
