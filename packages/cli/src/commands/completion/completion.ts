import type { Command } from 'commander';
import type { Context } from '../../command.ts';
import { EXIT } from '../../exit-code.ts';
import { createPrinter } from '../../talk/printer.ts';
import { bashScript } from './bash.ts';
import { fishScript } from './fish.ts';
import { type Place, placesOf } from './places.ts';
import { powershellScript } from './powershell.ts';
import { zshScript } from './zsh.ts';

const SHELLS: Readonly<Record<string, (places: readonly Place[]) => string>> = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
  powershell: powershellScript,
};

/** Prints a script for a shell, made of the commands as they are. */
export async function completion(
  shell: string,
  program: Command,
  { io }: Context,
): Promise<number> {
  const script = SHELLS[shell];
  if (!script) throw new TypeError(`There is no completion for ${shell}.`);
  const places = placesOf(program);
  await createPrinter(io.stdout).print(script(places));
  return EXIT.ok;
}
