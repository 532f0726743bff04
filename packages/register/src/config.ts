/**
 * The one configuration of a register: environment variables, and the same names in an optional
 * JSON file (`PVP_CONFIG`). The environment wins.
 */
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import * as v from 'valibot';
import { readRequestSettings, type RequestSettings } from './requests/request-settings.ts';
import {
  readHolidays,
  readMatrix,
  SUPPORT_DATA,
  type SupportData,
} from './support/support-data.ts';
import { PositionSigner } from './sync/position-signer.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** What a register process is told. Printing it shows no secret: `toJSON` and `inspect` redact. */
export interface Config {
  /** Port of the register; 0 takes any free one. */
  port: number;
  /** Address to listen on; `undefined`: all. */
  host: string | undefined;
  /** Folder of the embedded database. Not used with `databaseUrl`. */
  dataDir: string;
  /** `postgresql://…`; `undefined`: the embedded database in `dataDir`. */
  databaseUrl: string | undefined;
  /** A national portfolio token, beside those in the store. */
  adminToken: string | undefined;
  /** A national help-desk token, beside those in the store. In a mirror the only one. */
  helpDeskToken: string | undefined;
  /** Where requests go, how long they are kept, and what is too much. */
  requests: RequestSettings;
  /** Which place serves which level, and the public holidays. */
  support: SupportData;
  /** Secret from which tracking secrets and signatures of the request service follow. */
  requestKey: string | undefined;
  /** Origin under which others reach the register, without a slash at the end. */
  publicUrl: string | undefined;
  /** Believe `X-Forwarded-Proto` and `X-Forwarded-Host`. */
  trustProxy: boolean;
  logLevel: LogLevel;
  /** `*`, or the origins whose pages may read. */
  corsOrigins: '*' | readonly string[];
  demoPort: number;
  /** Name or address of the data's licence, told in every head. */
  licence: string;
  attribution: string;
  /** Private key (P-256, PKCS #8 in PEM) that positions are signed with. */
  signingKey: string | undefined;
  /** How often the change log of the store is looked at, in milliseconds; at most 1000. */
  pollMs: number;
  /** Sent with every request to the register that a mirror follows: its credentials. */
  upstreamHeaders: Readonly<Record<string, string>>;
}

/** A value that cannot be used. The message is one sentence for the person who set it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  readonly variable: string;

  constructor(variable: string, message: string) {
    super(message);
    this.variable = variable;
  }
}

const SECRETS: ReadonlySet<string> = new Set([
  'PVP_ADMIN_TOKEN',
  'PVP_HELP_DESK_TOKEN',
  'PVP_REQUESTS',
  'PVP_REQUEST_KEY',
  'PVP_SIGNING_KEY',
  'PVP_UPSTREAM_HEADERS',
  'PVP_UPSTREAM_TOKEN',
  'DATABASE_URL',
]);

const wholeNumber = (min: number, max: number) =>
  v.pipe(
    v.union([v.string(), v.number()]),
    v.transform((value) => (/^\d+$/.test(String(value)) ? Number(value) : Number.NaN)),
    v.integer(),
    v.minValue(min),
    v.maxValue(max),
  );

const origin = v.pipe(
  v.string(),
  v.check((value) => {
    try {
      const url = new URL(value);
      return /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash;
    } catch {
      return false;
    }
  }),
  v.transform((value) => new URL(value).origin),
);

const text = v.pipe(v.string(), v.trim(), v.nonEmpty());

/** A header name, and a value that can be sent (RFC 9110, ASCII). */
export const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
export const HEADER_VALUE = /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/;

/** A file of JSON that `read` makes something of. */
const jsonFile = <T>(read: (value: unknown) => T | undefined) =>
  v.pipe(
    v.string(),
    v.transform((path) => read(jsonOrFileOf(path))),
    v.custom<T>((value) => value !== undefined),
  );

const token = (length: number) => ({
  schema: v.pipe(v.string(), v.minLength(length), v.regex(/^[\x21-\x7e]+$/)),
  allowed: `at least ${length} printable ASCII characters without spaces`,
});

/** Each variable: what it must be, and how that reads in a sentence. */
const VARIABLES = {
  PORT: { schema: wholeNumber(0, 65535), allowed: 'a whole number from 0 to 65535' },
  PVP_HOST: { schema: text, allowed: 'an address or host name of this machine' },
  PVP_DATA_DIR: { schema: text, allowed: 'a path of a folder' },
  DATABASE_URL: {
    schema: v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//)),
    allowed: 'an address that begins with postgresql://',
  },
  PVP_ADMIN_TOKEN: token(16),
  PVP_HELP_DESK_TOKEN: token(16),
  PVP_REQUESTS: {
    schema: v.pipe(
      v.union([v.string(), v.record(v.string(), v.unknown())]),
      v.transform((value) => (typeof value === 'string' ? jsonOrFileOf(value) : value)),
      v.check((value) => value !== undefined),
    ),
    allowed: 'a JSON object, or a path of a file that holds one',
  },
  PVP_SUPPORT_MATRIX: {
    schema: jsonFile(readMatrix),
    allowed:
      'a path of a JSON file of the form of SUPPORT_MATRIX in packages/sdk/src/support/support-matrix.ts',
  },
  PVP_HOLIDAYS: {
    schema: jsonFile(readHolidays),
    allowed: 'a path of a JSON file of the form of packages/register/src/support/holidays.json',
  },
  PVP_REQUEST_KEY: token(32),
  PVP_REQUEST_KEY_FILE: { schema: text, allowed: 'a path of a file' },
  PVP_PUBLIC_URL: { schema: origin, allowed: 'an origin such as https://register.example' },
  PVP_TRUST_PROXY: {
    schema: v.pipe(
      v.union([v.boolean(), v.picklist(['true', 'false', '1', '0'])]),
      v.transform((value) => value === true || value === 'true' || value === '1'),
    ),
    allowed: 'true or false',
  },
  PVP_LOG_LEVEL: { schema: v.picklist(LOG_LEVELS), allowed: `one of ${LOG_LEVELS.join(', ')}` },
  PVP_CORS_ORIGIN: {
    schema: v.union([
      v.literal('*'),
      v.pipe(
        v.string(),
        v.transform((value) => value.split(',').map((item) => item.trim())),
        v.array(origin),
      ),
    ]),
    allowed: '* or origins separated by commas',
  },
  PVP_DEMO_PORT: { schema: wholeNumber(0, 65535), allowed: 'a whole number from 0 to 65535' },
  PVP_LICENCE: { schema: text, allowed: 'a name or address of a licence' },
  PVP_ATTRIBUTION: { schema: text, allowed: 'a text' },
  PVP_SIGNING_KEY: {
    schema: v.pipe(
      v.string(),
      // A variable on one line says its line ends in two characters.
      v.transform((value) => value.replaceAll('\\n', '\n')),
      v.check(isSigningKey),
    ),
    allowed: 'a private key on the curve P-256, PKCS #8 in PEM',
  },
  PVP_SIGNING_KEY_FILE: { schema: text, allowed: 'a path of a file' },
  PVP_UPSTREAM_HEADERS: {
    schema: v.pipe(
      v.union([v.string(), v.record(v.string(), v.string())]),
      v.transform((value) => (typeof value === 'string' ? jsonOrFileOf(value) : value)),
      v.record(v.pipe(v.string(), v.regex(HEADER_NAME)), v.pipe(v.string(), v.regex(HEADER_VALUE))),
    ),
    allowed: 'a JSON object of header names and values, or a path of a file that holds one',
  },
  PVP_UPSTREAM_TOKEN: {
    schema: v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/)),
    allowed: 'printable ASCII characters without spaces',
  },
  PVP_POLL_MS: { schema: wholeNumber(20, 1000), allowed: 'a whole number from 20 to 1000' },
} as const;

type Variable = keyof typeof VARIABLES;
type Values = { [K in Variable]?: v.InferOutput<(typeof VARIABLES)[K]['schema']> };

/**
 * Reads the configuration.
 *
 * @param usual What holds where nothing is said, in place of the general default.
 * @throws {ConfigError} for the first value that cannot be used. A secret is never repeated.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  usual: Partial<Pick<Config, 'logLevel' | 'helpDeskToken'>> = {},
): Config {
  const file = env['PVP_CONFIG'] ? readConfigFile(env['PVP_CONFIG']) : {};
  const values: Values = {};
  for (const name of Object.keys(VARIABLES) as Variable[]) {
    const raw = env[name] !== undefined && env[name] !== '' ? env[name] : file[name];
    if (raw === undefined || raw === null) continue;
    Object.assign(values, { [name]: parseValue(name, raw) });
  }
  const port = values.PORT ?? 8080;
  return withoutSecretsInPrint({
    port,
    host: values.PVP_HOST,
    dataDir: values.PVP_DATA_DIR ?? './.pvp-data',
    databaseUrl: values.DATABASE_URL,
    adminToken: values.PVP_ADMIN_TOKEN,
    helpDeskToken: values.PVP_HELP_DESK_TOKEN ?? usual.helpDeskToken,
    requests: requestSettingsOf(values.PVP_REQUESTS ?? {}),
    support: {
      matrix: values.PVP_SUPPORT_MATRIX ?? SUPPORT_DATA.matrix,
      holidays: values.PVP_HOLIDAYS ?? SUPPORT_DATA.holidays,
    },
    requestKey: values.PVP_REQUEST_KEY ?? readRequestKey(values.PVP_REQUEST_KEY_FILE),
    publicUrl: values.PVP_PUBLIC_URL,
    trustProxy: values.PVP_TRUST_PROXY ?? false,
    logLevel: values.PVP_LOG_LEVEL ?? usual.logLevel ?? 'info',
    corsOrigins: values.PVP_CORS_ORIGIN ?? '*',
    demoPort: values.PVP_DEMO_PORT ?? (port === 0 || port === 65535 ? 0 : port + 1),
    licence: values.PVP_LICENCE ?? 'https://creativecommons.org/publicdomain/zero/1.0/',
    attribution: values.PVP_ATTRIBUTION ?? 'Register of public services, sample data',
    signingKey: values.PVP_SIGNING_KEY ?? readSigningKey(values.PVP_SIGNING_KEY_FILE),
    pollMs: values.PVP_POLL_MS ?? 500,
    upstreamHeaders: {
      ...values.PVP_UPSTREAM_HEADERS,
      ...(values.PVP_UPSTREAM_TOKEN !== undefined && {
        Authorization: `Bearer ${values.PVP_UPSTREAM_TOKEN}`,
      }),
    },
  });
}

/** What the JSON, or the file, holds; `undefined`: it is neither. */
function jsonOrFileOf(value: string): unknown {
  try {
    return JSON.parse(value.trimStart().startsWith('{') ? value : readFileSync(value, 'utf8'));
  } catch {
    return undefined;
  }
}

function requestSettingsOf(value: unknown): RequestSettings {
  const settings = readRequestSettings(value);
  if (typeof settings !== 'string') return settings;
  throw new ConfigError('PVP_REQUESTS', `PVP_REQUESTS cannot be used: ${settings}`);
}

function readRequestKey(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const name = 'PVP_REQUEST_KEY_FILE';
  const key = readNamedFile(name, path).trim();
  const { schema, allowed } = VARIABLES.PVP_REQUEST_KEY;
  if (v.is(schema, key)) return key;
  throw new ConfigError(name, `The file ${path} that ${name} names must hold ${allowed}.`);
}

function readNamedFile(name: Variable, path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(name, `The file ${path} that ${name} names cannot be read.`);
  }
}

function isSigningKey(pem: string): boolean {
  try {
    return new PositionSigner(pem) instanceof PositionSigner;
  } catch {
    return false;
  }
}

function readSigningKey(path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const name = 'PVP_SIGNING_KEY_FILE';
  const pem = readNamedFile(name, path);
  if (isSigningKey(pem)) return pem;
  const { allowed } = VARIABLES.PVP_SIGNING_KEY;
  throw new ConfigError(name, `The file ${path} that ${name} names must hold ${allowed}.`);
}

function parseValue(name: Variable, raw: unknown): unknown {
  const { schema, allowed } = VARIABLES[name];
  const result = v.safeParse(schema, raw);
  if (result.success) return result.output;
  const shown = SECRETS.has(name) ? 'has a value that cannot be used' : `is ${JSON.stringify(raw)}`;
  throw new ConfigError(name, `${name} ${shown}; allowed is ${allowed}.`);
}

function readConfigFile(path: string): Record<string, unknown> {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const reason = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new ConfigError('PVP_CONFIG', `The file ${path} that PVP_CONFIG names ${reason}.`);
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    throw new ConfigError('PVP_CONFIG', `The file ${path} must hold one JSON object.`);
  }
  for (const name of Object.keys(content)) {
    if (!Object.hasOwn(VARIABLES, name)) {
      const known = Object.keys(VARIABLES).join(', ');
      const message = `The file ${path} holds ${JSON.stringify(name)}; allowed are ${known}.`;
      throw new ConfigError('PVP_CONFIG', message);
    }
  }
  return content as Record<string, unknown>;
}

/** The same configuration with other values; printing the result stays without secrets. */
export function changeConfig(config: Config, changes: Partial<Config>): Config {
  return withoutSecretsInPrint({ ...config, ...changes });
}

function withoutSecretsInPrint(config: Config): Config {
  const redacted = () => ({
    ...config,
    adminToken: hidden(config.adminToken),
    helpDeskToken: hidden(config.helpDeskToken),
    requestKey: hidden(config.requestKey),
    requests: '[redacted]',
    databaseUrl: hidden(config.databaseUrl),
    signingKey: hidden(config.signingKey),
    upstreamHeaders: Object.keys(config.upstreamHeaders),
  });
  function hidden(secret: string | undefined): string | undefined {
    return secret === undefined ? undefined : '[redacted]';
  }
  for (const key of ['toJSON', inspect.custom]) {
    Object.defineProperty(config, key, { value: redacted, enumerable: false });
  }
  return config;
}
