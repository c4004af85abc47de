/** Those of some values that were given: `null` and `undefined` are as good as left out. */
export function given<Values extends object>(values: Values): Given<Values> {
  const entries = Object.entries(values) as [string, unknown][];
  const said = entries.filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(said) as Given<Values>;
}

/** Some of the values, none of them empty. */
export type Given<Values> = { readonly [Name in keyof Values]?: NonNullable<Values[Name]> };
