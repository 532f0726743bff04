/** The structured log: one JSON object a line. */
import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

/**
 * Opens a log. Nothing secret reaches it: callers log paths without query strings and never a body
 * or a header, and what slips through under a known name is redacted here.
 *
 * @param destination where lines go; standard error by default, so that standard output stays free
 *   for what a command answers.
 */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = pino.destination({ dest: 2, sync: true }),
): Log {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: {
        paths: [
          'authorization',
          'token',
          'secret',
          'password',
          'databaseUrl',
          'adminToken',
        ].flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        censor: '[redacted]',
      },
      serializers: { error: describeError, url: withoutQuery },
    },
    destination,
  );
}

/** What is worth keeping of an error. Drivers hang whole rows on theirs; those stay out. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  return {
    name: error.name,
    message: error.message,
    ...(typeof code === 'string' ? { code } : {}),
    stack: error.stack,
  };
}

function withoutQuery(url: unknown): unknown {
  return typeof url === 'string' ? url.split('?', 1)[0] : undefined;
}
