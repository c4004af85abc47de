import { coverSecrets, joinBytes } from '@hermes4/core/internal';
import type { Passage } from './passage.ts';
import type { PlannedCall } from './plan-call.ts';
import { renameModel } from './rename-model.ts';
import { repairEvents } from './repair.ts';

/** Puts together what the body of an answer has to go through; usually nothing but the covering of keys. */
export function createPassage({
  secrets,
  renamed,
  repair,
}: Pick<PlannedCall, 'secrets' | 'renamed' | 'repair'>): Passage {
  const covered = coverKeys(secrets);
  const repaired = repair ? then(covered, repairEvents(repair)) : covered;
  return renamed ? then(repaired, renameModel(renamed)) : repaired;
}

function coverKeys(secrets: readonly string[]): Passage {
  const cover = coverSecrets(secrets);
  const end = (): Uint8Array => cover.end();
  return { push: (bytes) => cover.push(bytes), end, breakOff: end, isDone: () => false };
}

function then(first: Passage, second: Passage): Passage {
  return {
    push: (bytes) => second.push(first.push(bytes)),
    end: () => joinBytes([second.push(first.end()), second.end()]),
    breakOff: () => joinBytes([second.push(first.breakOff()), second.breakOff()]),
    isDone: () => first.isDone() || second.isDone(),
  };
}
