/** Reads what a flag, a variable or a file says. */
export type Read<Value> = (given: unknown) => Value;

/** What was expected where something else stood. */
export class Unexpected extends Error {
  override readonly name: string = 'Unexpected';

  /** @param expected As the end of “expected …”. */
  constructor(expected: string, given: unknown) {
    super(
      `Expected ${expected}, received ${given === undefined ? 'nothing' : JSON.stringify(given)}.`,
    );
  }
}

/** A text that says something. */
export function readText(given: unknown): string {
  if (typeof given === 'string' && given.trim() !== '') return given.trim();
  throw new Unexpected('a text', given);
}

/** A list of texts; one text is a list of one. */
export function readTexts(given: unknown): string[] {
  const texts: unknown[] = Array.isArray(given) ? given : [given];
  if (texts.every((text) => typeof text === 'string' && text !== '')) return texts as string[];
  throw new Unexpected('a text, or a list of texts', given);
}

/** A yes or no, as files and variables write it. */
export function readBoolean(given: unknown): boolean {
  if (given === true || /^(?:true|yes|on|1)$/i.test(String(given))) return true;
  if (given === false || /^(?:false|no|off|0)$/i.test(String(given))) return false;
  throw new Unexpected('true or false', given);
}

/** One of a few words. */
export function readOneOf<const Word extends string>(words: readonly Word[]): Read<Word> {
  return (given) => {
    const word = words.find((one) => one === given);
    if (word !== undefined) return word;
    throw new Unexpected(`one of ${words.join(', ')}`, given);
  };
}

/** What a number may be. */
export interface Bounds {
  readonly isWhole?: boolean;
  readonly minimum?: number | undefined;
  readonly maximum?: number | undefined;
}

/** A number within bounds. */
export function readNumber({ isWhole = false, minimum, maximum }: Bounds = {}): Read<number> {
  return (given) => {
    const number = typeof given === 'number' ? given : toNumber(given);
    const fits =
      Number.isFinite(number) &&
      (!isWhole || Number.isSafeInteger(number)) &&
      number >= (minimum ?? -Infinity) &&
      number <= (maximum ?? Infinity);
    if (fits) return number;
    throw new Unexpected(
      `${isWhole ? 'a whole number' : 'a number'}${within(minimum, maximum)}`,
      given,
    );
  };
}

/** Decimal notation alone: what else JavaScript takes for a number is more likely a slip. */
function toNumber(given: unknown): number {
  return typeof given === 'string' && /^\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?\s*$/i.test(given)
    ? Number(given)
    : Number.NaN;
}

function within(minimum: number | undefined, maximum: number | undefined): string {
  if (minimum !== undefined && maximum !== undefined) return ` from ${minimum} to ${maximum}`;
  if (minimum !== undefined) return ` of at least ${minimum}`;
  return maximum === undefined ? '' : ` of at most ${maximum}`;
}
