import type { Body, Operation, Parameter, Request, Value } from '../field.ts';

/** A request as a reader has it before them, all of it text. */
export interface Typed {
  /** By the names of parameters; what is empty is left out. */
  readonly fields: Readonly<Record<string, string>>;
  /** JSON. */
  readonly body: string;
}

/** What was typed as a request, or what is wrong with it. */
export type Read = { readonly request: Request } | { readonly fault: string };

/** A request as text to be edited. */
export function typedOf({ parameters }: Operation, { values, body }: Request): Typed {
  return {
    fields: Object.fromEntries(
      parameters.map(({ name }) => [name, [values[name] ?? ''].flat().join(', ')]),
    ),
    body: body === undefined ? '' : JSON.stringify(body, null, 2),
  };
}

/** Text as the request that it says. Whether the API takes that request is not for here to judge. */
export function readTyped(operation: Operation, { fields, body }: Typed): Read {
  const values = Object.fromEntries(
    operation.parameters.flatMap((parameter) => {
      const value = valueOf(parameter, fields[parameter.name] ?? '');
      return value === undefined ? [] : [[parameter.name, value]];
    }),
  );
  const request = { title: '', values };
  if (operation.takesBody === 'never') return { request };
  if (body.trim() === '' && operation.takesBody === 'maybe') return { request };
  const parsed = parse(body);
  return 'fault' in parsed ? parsed : { request: { ...request, body: parsed.value as Body } };
}

function valueOf({ kind }: Parameter, text: string): Value | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  if (kind === 'list') {
    return trimmed
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '');
  }
  if (kind === 'yes') return trimmed === 'true' ? true : trimmed;
  return kind === 'whole number' && /^-?\d+$/.test(trimmed) ? Number(trimmed) : trimmed;
}

function parse(text: string): { readonly value: unknown } | { readonly fault: string } {
  if (text.trim() === '') return { fault: 'The body is empty: this operation wants one, as JSON.' };
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (error) {
    return { fault: `The body is no JSON: ${(error as Error).message}` };
  }
}
