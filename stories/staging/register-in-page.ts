/**
 * The register that the stories name. Lists and descriptions come from fixtures; what elements ask
 * the register for besides is answered here, and nothing leaves the page.
 */
import sample from 'virtual:sample-records';

const REGISTER = 'https://register.example/';
const fetchFromNetwork = globalThis.fetch.bind(globalThis);

globalThis.fetch = async (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (!url.startsWith(REGISTER)) return fetchFromNetwork(input, init);
  if (new URL(url).pathname === '/v1/support') return Response.json(sample.support);
  throw new TypeError(`No story answers ${url}`);
};
