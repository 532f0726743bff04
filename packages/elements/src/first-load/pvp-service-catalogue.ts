/**
 * The script of a page with catalogues. What it imports is fetched at once, and while that travels,
 * the first lists are asked for. Otherwise a list is asked for when all code has come and has been run.
 */
import { askEarly } from '@pvp/sdk/early';
import { firstListAddress } from './first-list-address.ts';

const code = import('./begin-catalogues.ts');

const answers = new Map<string, Promise<Response>>();
for (const element of document.querySelectorAll('pvp-service-catalogue')) {
  const address = firstListAddress(element);
  if (address && !answers.has(address)) answers.set(address, askEarly(address));
}

await (await code).beginCatalogues(answers);
