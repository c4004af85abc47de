import type { JsonObject } from '../json/json.ts';

/** A call that the simulator makes. */
export interface PlannedCall {
  readonly name: string;
  /** The arguments, the likeliest first; where the conversation leaves something open there are several. */
  readonly arguments: readonly JsonObject[];
}
