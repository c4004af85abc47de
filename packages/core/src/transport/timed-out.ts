import { HermesError } from '../errors/hermes-error.ts';
import type { ClockName } from './deadlines.ts';

const MISSED: Readonly<Record<ClockName, string>> = {
  total: 'The call was not done',
  firstByte: 'The host began no answer',
  firstContent: 'The host sent no content',
  idleBytes: 'The host sent nothing more',
  idleContent: 'The host sent no more content, only signs of life,',
};

/** The error for a clock that has run out. */
export function timedOut(clock: ClockName, ms: number): HermesError {
  return new HermesError(
    `${MISSED[clock]} within ${ms} ms: timeout.${clock} ran out. Raise it, ask for fewer tokens, or stream.`,
    { code: 'timed_out' },
  );
}
