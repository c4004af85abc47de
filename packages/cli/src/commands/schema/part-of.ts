import { UsageError } from '../../failure.ts';

type Named = Readonly<Record<string, unknown>>;

/** As much as has to be known of an OpenAPI document to take it apart. */
export interface ApiDocument extends Named {
  readonly paths: Named;
  readonly components: Readonly<Record<string, Named>>;
}

/**
 * A document with one path, or one schema, and every component that it refers to.
 *
 * @throws UsageError that lists what there is when there is no such path or schema.
 */
export function partOf(document: ApiDocument, name: string): ApiDocument {
  const { schemas = {} } = document.components;
  const isPath = Object.hasOwn(document.paths, name);
  if (!isPath && !Object.hasOwn(schemas, name)) {
    throw new UsageError(
      `The API document has no path and no schema ${JSON.stringify(name)}. Its paths are ${Object.keys(document.paths).join(', ')}; schemas are named as in ChatCompletion.`,
    );
  }
  const paths = isPath ? { [name]: document.paths[name] } : {};
  const start = isPath ? paths : { $ref: `#/components/schemas/${name}` };
  return { ...document, paths, components: componentsOf(document, start) };
}

function componentsOf(document: ApiDocument, start: unknown): ApiDocument['components'] {
  const needed = new Map<string, Record<string, unknown>>();
  const { securitySchemes } = document.components;
  if (securitySchemes) needed.set('securitySchemes', securitySchemes);
  visit(start);
  // In the order of the document, which is how it is meant to be read.
  const kinds = Object.keys(document.components).filter((kind) => needed.has(kind));
  return Object.fromEntries(kinds.map((kind) => [kind, inOrder(kind)]));

  function visit(node: unknown): void {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === '$ref' && typeof value === 'string') add(value);
      else visit(value);
    }
  }

  function add(reference: string): void {
    const [, , kind = '', name = ''] = reference.split('/');
    const found = needed.get(kind) ?? {};
    if (Object.hasOwn(found, name)) return;
    needed.set(kind, { ...found, [name]: document.components[kind]?.[name] });
    visit(document.components[kind]?.[name]);
  }

  function inOrder(kind: string): Named {
    const found = needed.get(kind) ?? {};
    const names = Object.keys(document.components[kind] ?? {}).filter((name) => name in found);
    return Object.fromEntries(names.map((name) => [name, found[name]]));
  }
}
