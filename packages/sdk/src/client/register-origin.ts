import { ConfigurationError } from '../errors/configuration-error.ts';

/**
 * The origin of a register, without a slash at the end.
 *
 * @throws {ConfigurationError} where the value is not an http(s) origin.
 */
export function registerOrigin(register: string): string {
  let url: URL | undefined;
  try {
    url = new URL(register);
  } catch {
    // Told below, together with addresses that are none of an origin.
  }
  // An origin has nothing after the host and no one before it.
  if (!url || !/^https?:$/.test(url.protocol) || url.href !== `${url.origin}/`) {
    // What stands before an @ or behind a ? may be secret.
    const shown = String(register).replace(/^.*@|[?#].*$/gs, '');
    throw new ConfigurationError(
      `register: "${shown}" is not an origin such as https://register.example`,
    );
  }
  return url.origin;
}
