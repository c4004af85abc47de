/** A limit to the work on one schema, which may be of any size and go round in circles. */
export interface Effort {
  /** @throws TooMuchEffort when all of it is spent. */
  spend(steps?: number): void;
}

/** Thrown where work would go on too long. */
export class TooMuchEffort extends Error {
  override readonly name: string = 'TooMuchEffort';
}

/** @param steps How many steps there are to spend. */
export function createEffort(steps: number): Effort {
  let left = steps;
  return {
    spend(count = 1) {
      left -= count;
      if (left < 0) throw new TooMuchEffort('more steps than an answer may take');
    },
  };
}
