import type { Operation, Value, Values } from '../field.ts';

/** Where a request goes, below the host's root, and what it says besides its body. */
export interface RequestLine {
  /** With the parameters of the path filled in. */
  readonly path: string;
  /** A list has an entry for each of its values. */
  readonly query: readonly (readonly [name: string, value: string])[];
  readonly headers: readonly (readonly [name: string, value: string])[];
}

/** Puts values where their parameters belong. A parameter of the path that is missing leaves its name there. */
export function requestLine({ path, parameters }: Operation, values: Values): RequestLine {
  const pairsIn = (place: string): (readonly [string, string])[] =>
    parameters
      .filter((parameter) => parameter.place === place)
      .flatMap(({ name }) => textsOf(values[name]).map((text) => [name, text] as const));
  return {
    path: path.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const [text = whole] = textsOf(values[name]);
      // The slashes of a model's name stay slashes.
      return text.split('/').map(encodeURIComponent).join('/');
    }),
    query: pairsIn('query'),
    headers: pairsIn('header'),
  };
}

function textsOf(value: Value | undefined): string[] {
  return value === undefined ? [] : [value].flat().map(String);
}
