import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Outcome, start } from './child.ts';

const nodeModules = fileURLToPath(new URL('../node_modules/', import.meta.url));
const tsc = fileURLToPath(new URL('bin/tsc', import.meta.resolve('typescript/package.json')));

const strictly = JSON.stringify({
  extends: '../../../../packages/tooling/tsconfig/test.json',
  compilerOptions: {
    noEmit: false,
    declaration: false,
    allowImportingTsExtensions: false,
  },
  include: ['block-*.ts'],
  exclude: [],
});

/** Programs whose types hold, ready to be run. */
export interface CheckedPrograms {
  /** What the compiler says of a program; empty when its types hold. */
  complaints(program: string): string;
  /** Runs one of the programs. */
  run(program: string, env: Readonly<Record<string, string>>): Promise<Outcome>;
  /** Removes what was written. */
  dispose(): Promise<void>;
}

/** Checks and compiles many programs at once: the compiler needs longer to begin than for any of them. */
export async function checkTypeScript(programs: readonly string[]): Promise<CheckedPrograms> {
  // Beside the packages that they import, where no other tool looks.
  const cwd = await mkdtemp(join(nodeModules, '.block-'));
  const files = new Map([...new Set(programs)].map((code, index) => [code, `block-${index}.ts`]));
  for (const [code, file] of files) await writeFile(join(cwd, file), `${code}\nexport {};\n`);
  await writeFile(join(cwd, 'package.json'), '{ "type": "module" }');
  await writeFile(join(cwd, 'tsconfig.json'), strictly);
  const { stdout } = await start([process.execPath, tsc, '-p', '.'], { cwd }).outcome();
  const fileOf = (program: string): string => {
    const file = files.get(program);
    if (file) return file;
    throw new Error(`This program is none of those that were checked:\n${program}`);
  };

  return {
    complaints: (program) => {
      const lines = stdout.split('\n');
      return lines.filter((line) => line.startsWith(`${fileOf(program)}(`)).join('\n');
    },
    run: (program, env) =>
      start([process.execPath, fileOf(program).replace(/ts$/, 'js')], { cwd, env }).outcome(),
    dispose: () => rm(cwd, { recursive: true, force: true }),
  };
}

/** Checks the types of a piece of TypeScript; if they hold, runs it. */
export async function runTypeScript(
  code: string,
  env: Readonly<Record<string, string>>,
): Promise<Outcome> {
  const programs = await checkTypeScript([code]);
  try {
    if (programs.complaints(code) !== '') {
      throw new Error(`The types do not hold: ${programs.complaints(code)}`);
    }
    return await programs.run(code, env);
  } finally {
    await programs.dispose();
  }
}
