import type { Warning } from '@hermes4/core';
import type { CallWarning } from './parts.ts';

/** What the client noticed, as the SDK tells it to the developer. */
export function asWarning({ code, path, message }: Warning): CallWarning {
  return code === 'unsupported_parameter'
    ? { type: 'unsupported', feature: path ?? code, details: message }
    : { type: 'other', message };
}
