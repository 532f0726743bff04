import { reportMisuse } from '../../attributes/allowed-words.ts';

/**
 * Attributes that no list fails by, however they are written: the webmaster reads what they would
 * have to be. Here, and not where they are read, because no first list waits for it.
 */
export function judgeAttributes(host: Element): void {
  const judge = (name: string, allowed: string, isGood: (value: string) => boolean): void => {
    const value = host.getAttribute(name);
    if (value && !isGood(value)) reportMisuse(host, name, value, allowed);
  };
  judge('limit', '1–200', (value) => Number(value) >= 1);
  judge('rows', 'a number of rows', (value) => Number(value) >= 0);
  judge('service-href', 'an address with {id} in place of the id', (value) =>
    value.includes('{id}'),
  );
}
