const FORMULA = /[-(]{0,9}\d[\d\s.()]{0,40}[-+*/^%][\d\s.()+*/^%-]{0,200}\d\){0,9}/;

/** The sum that a text asks for, such as "12 * (3 + 4)". */
export function formulasIn(text: string): string[] {
  const [formula] = FORMULA.exec(text) ?? [];
  return formula === undefined || /^\d{4}-\d\d-\d\d/.test(formula) ? [] : [formula.trim()];
}
