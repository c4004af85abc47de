import type { AttemptEvent, Observer } from '../model/observer.ts';

/** Where lines of a log go; `console` is one. */
export interface Logger {
  /** Each attempt as it is sent, and the full words of what failed. */
  debug(line: string): void;
  /** Each answer: status, duration, the host's id. */
  info(line: string): void;
  /** Failed attempts that are followed by another, and warnings. */
  warn(line: string): void;
  /** Calls that failed. */
  error(line: string): void;
}

/**
 * Makes an observer that logs. A line holds no key, no header and no query; what a host or a check said
 * about a request, which may quote the conversation, is said at `debug` only.
 *
 * @param logger Where the lines go.
 * @example
 * ```ts
 * import { createHermes, logTo } from '@hermes4/core';
 *
 * const hermes = createHermes({ apiKey: 'your key', observe: logTo(console) });
 * ```
 */
export function logTo(logger: Logger): Observer {
  return {
    onAttempt: (event) => logger.debug(`${asked(event)}, attempt ${event.attempt}`),
    onResponse: (event) => {
      const { status, headersMs, requestId } = event;
      const id = requestId === undefined ? '' : `, id ${requestId}`;
      logger.info(`${asked(event)}: ${status} after ${Math.round(headersMs)} ms${id}`);
    },
    onRetry: ({ attempt, delayMs, error }) => {
      logger.warn(
        `Attempt ${attempt} failed with ${error.code}; the next in ${Math.round(delayMs)} ms`,
      );
      logger.debug(error.message);
    },
    onWarning: ({ code, message, path }) => {
      logger.warn(path === undefined ? code : `${code}: ${path}`);
      logger.debug(message);
    },
    onFailure: ({ code, status, requestId, message }) => {
      logger.error(
        ['The call failed with', code, status ?? '', requestId ?? ''].join(' ').trimEnd(),
      );
      logger.debug(message);
    },
  };
}

function asked({ method, url }: AttemptEvent): string {
  return `${method} ${url}`;
}
