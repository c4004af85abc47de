/** What stands at one place of a sequence. */
export type Element = CharSet | Call | Repeat;

/** One character of a set. */
export interface CharSet {
  readonly kind: 'char';
  /** Code points from, to and including. */
  readonly ranges: readonly (readonly [number, number])[];
  /** Every character but those. */
  readonly isNegated: boolean;
}

/** Another rule. */
export interface Call {
  readonly kind: 'rule';
  readonly name: string;
}

/** Another rule, several times. It must not be empty itself. */
export interface Repeat {
  readonly kind: 'repeat';
  readonly name: string;
  readonly min: number;
  /** `Infinity` for any number. */
  readonly max: number;
}

/** Elements that follow each other. */
export type Sequence = readonly Element[];

/** A rule by its name: the sequences that it may be. The rule `root` is where texts begin. */
export type Rules = ReadonlyMap<string, readonly Sequence[]>;

/** A set of characters: `chars('az')` is a, z; with `to`, from a to z. */
export function oneOf(...ranges: readonly (string | readonly [string, string])[]): CharSet {
  const pairs = ranges.flatMap((range): (readonly [number, number])[] =>
    typeof range === 'string'
      ? Array.from(range, (char) => [codeOf(char), codeOf(char)] as const)
      : [[codeOf(range[0]), codeOf(range[1])]],
  );
  return { kind: 'char', ranges: pairs, isNegated: false };
}

/** Every character but these. */
export function noneOf(...ranges: readonly (string | readonly [string, string])[]): CharSet {
  return { ...oneOf(...ranges), isNegated: true };
}

/** A text, letter by letter. */
export function literal(text: string): Sequence {
  return Array.from(text, (char) => oneOf(char));
}

export function rule(name: string): Call {
  return { kind: 'rule', name };
}

export function repeat(name: string, min: number, max: number = Infinity): Repeat {
  return { kind: 'repeat', name, min, max };
}

/** Whether a character is in a set. */
export function includes({ ranges, isNegated }: CharSet, code: number): boolean {
  return ranges.some(([from, to]) => from <= code && code <= to) !== isNegated;
}

function codeOf(char: string): number {
  return char.codePointAt(0) as number;
}
