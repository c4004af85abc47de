import type { Probe } from './probe.ts';
import { cancel } from './probes/cancel.ts';
import { errors } from './probes/errors.ts';
import { key } from './probes/key.ts';
import { limits } from './probes/limits.ts';
import { models } from './probes/models.ts';
import { prefill } from './probes/prefill.ts';
import { reasoning } from './probes/reasoning.ts';
import { schema } from './probes/schema.ts';
import { sentinel } from './probes/sentinel.ts';
import { stop } from './probes/stop.ts';
import { stream } from './probes/stream.ts';
import { toolResult } from './probes/tool-result.ts';
import { tools } from './probes/tools.ts';
import { usage } from './probes/usage.ts';
import { whole } from './probes/whole.ts';

/** Every probe, in the order of the table. */
export const suite: readonly Probe[] = [
  models,
  whole,
  stream,
  sentinel,
  usage,
  limits,
  stop,
  reasoning,
  tools,
  toolResult,
  schema,
  prefill,
  cancel,
  errors,
  key,
];
