/**
 * Keeps calls away from networks that are not public: the machine itself, the network around it, and
 * the services that clouds offer there. Judged by the address that is connected to, not by the name,
 * because a name may lead elsewhere at the next look.
 */
import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Special-purpose registries of IANA, as far as they are not globally reachable. */
const NOT_PUBLIC = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/96',
  // Gateways to IPv4: what they lead to is not judged, so they are refused.
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
] as const;

export class AddressGuard {
  readonly #refused = listOf(NOT_PUBLIC);
  readonly #allowed: BlockList;

  /** @param allowed Networks that may be called all the same, as `10.20.0.0/16`. */
  constructor(allowed: readonly string[] = []) {
    this.#allowed = listOf(allowed);
  }

  isAllowed(address: string): boolean {
    const plain = address.replace(/%.*$/, '');
    const version = isIP(plain);
    if (version === 0) return false;
    // An IPv4 address in the dress of IPv6 (`::ffff:…`) meets the rules of IPv4 too.
    const family = version === 4 ? 'ipv4' : 'ipv6';
    return this.#allowed.check(plain, family) || !this.#refused.check(plain, family);
  }

  /** Resolves names to allowed addresses only. */
  readonly lookup: LookupFunction = (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      if (error) return callback(error, '');
      const allowed = addresses.filter(({ address }) => this.isAllowed(address));
      const [first] = allowed;
      if (first === undefined) return callback(refusal(hostname), '');
      if (options.all) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };

  /** An address in place of a name is not looked up, so it is judged here. */
  check(hostname: string): void {
    const plain = hostname.replace(/^\[|\]$/g, '');
    if (isIP(plain) !== 0 && !this.isAllowed(plain)) throw refusal(hostname);
  }
}

function refusal(hostname: string): Error {
  return new Error(
    `${hostname} is in a network that is not public. Name the network in allowNetworks if that is meant`,
  );
}

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
