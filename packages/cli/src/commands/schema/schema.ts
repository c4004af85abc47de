import { readFile } from 'node:fs/promises';
import { parse, stringify } from 'yaml';
import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { createPrinter } from '../../talk/printer.ts';
import { type ApiDocument, partOf } from './part-of.ts';

/** What `hermes4 schema` can be told. */
export interface SchemaOptions {
  readonly path?: string;
  readonly format: 'yaml' | 'json';
}

/** Prints the API document, or what one path or schema needs of it. */
export async function schema({ path, format }: SchemaOptions, { io }: Context): Promise<number> {
  const text = await readFile(
    new URL(import.meta.resolve('@hermes4/core/openapi/hermes-4.yaml')),
    'utf8',
  );
  await createPrinter(io.stdout).print(written(text, path, format));
  return EXIT.ok;
}

/** The whole document is given as it was written, with what its authors said on the side. */
function written(text: string, path: string | undefined, format: SchemaOptions['format']): string {
  if (path === undefined && format === 'yaml') return text;
  const document = parse(text) as ApiDocument;
  const part = path === undefined ? document : partOf(document, path);
  return format === 'json'
    ? `${JSON.stringify(part, null, 2)}\n`
    : stringify(part, { lineWidth: 100 });
}
