import { ConfigurationError } from '../errors/configuration-error.ts';
import { hasPath, registerAddress } from './register-address.ts';

/**
 * The origin of a register, without a slash at the end.
 *
 * @throws {ConfigurationError} where the value is not an http(s) origin.
 */
export function registerOrigin(register: string): string {
  const address = registerAddress(register);
  if (!hasPath(address)) return address;
  throw new ConfigurationError(
    `register: "${address}" is not an origin such as https://register.example`,
  );
}
