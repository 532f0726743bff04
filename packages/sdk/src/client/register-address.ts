import { ConfigurationError } from '../errors/configuration-error.ts';

/**
 * Address of a register, its origin, or of a static snapshot, which may have a path; without a
 * slash at the end.
 *
 * @throws {ConfigurationError} where the value is not an http(s) address, or says more than that.
 */
export function registerAddress(register: string): string {
  let url: URL | undefined;
  try {
    url = new URL(register);
  } catch {
    // Told below, together with addresses that are none of a place.
  }
  // Nothing before the host and nothing behind the path.
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== url.origin + url.pathname) {
    // What stands before an @ or behind a ? may be secret.
    const shown = String(register).replace(/^.*@|[?#].*$/gs, '');
    throw new ConfigurationError(
      `register: "${shown}" is no address such as https://register.example`,
    );
  }
  return url.href.replace(/\/+$/, '');
}

/** Whether an address is more than an origin. */
export function hasPath(address: string): boolean {
  return /[^/]\/[^/]/.test(address);
}
