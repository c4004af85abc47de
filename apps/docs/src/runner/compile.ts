import { transform } from 'sucrase';

/** A program that cannot run, and where. */
export interface SyntaxFault {
  readonly message: string;
  readonly line: number | undefined;
}

export type Compiled = { readonly code: string } | { readonly fault: SyntaxFault };

/** Takes the types out of a program and turns its imports into `require`, and its address into a word; lines stay where they are. */
export function compile(source: string, file: string): Compiled {
  try {
    const { code } = transform(source, {
      transforms: file.endsWith('.ts') ? ['typescript', 'imports'] : ['imports'],
      disableESTransforms: true,
      preserveDynamicImport: false,
      filePath: file,
    });
    return { code: code.replaceAll('import.meta.url', JSON.stringify(`file:///${file}`)) };
  } catch (error) {
    return { fault: faultOf(error as Error, file) };
  }
}

/** Sucrase says "Error transforming a.ts: Unexpected token (3:7)". */
function faultOf({ message }: Error, file: string): SyntaxFault {
  const said = message.replace(`Error transforming ${file}: `, '');
  const place = /\s*\((\d+):\d+\)$/.exec(said);
  return {
    message: `SyntaxError: ${said.slice(0, place?.index)}`,
    line: place?.[1] === undefined ? undefined : Number(place[1]),
  };
}
