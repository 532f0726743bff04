import { tell } from '../events.ts';
import type { ErrorDetail } from './report-failure.ts';

/** Another version of an element keeps its place on the page. */
export function reportOtherVersion(tag: string, present: string | undefined, own: string): void {
  console.warn(`<${tag}> is defined by version ${present}; version ${own} is not used here.`);
}

const said = new WeakMap<Element, Set<string>>();

/** Says once per element, attribute and value what is wrong; then tells it as an event. */
export function reportMisuse(
  host: Element,
  attribute: string,
  value: string,
  allowed: string,
): void {
  warnOnce(host, attribute, `${attribute}="${value}" is unknown. Allowed: ${allowed}.`);
}

/** Says once per element what comes of an attribute; then tells it as an event. */
export function warnOnce(host: Element, attribute: string, what: string): void {
  const message = `<${host.localName}> ${what}`;
  const known = said.get(host) ?? new Set();
  if (known.has(message)) return;
  said.set(host, known.add(message));
  console.warn(message);
  tell<ErrorDetail>(host, 'pvp-error', { code: 'bad-attribute', message, attribute });
}
