import { mkdir } from 'node:fs/promises';
import { EXIT } from '../exit-code.ts';
import { Failure } from '../failure.ts';

/**
 * Makes sure that a folder is there which nobody else can look into.
 *
 * @throws Failure that names the folder and the variable that moves it.
 */
export async function makePrivateFolder(path: string, variable: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Failure(
      `The folder ${path} cannot be made: ${code ?? message}. Name another one in ${variable}.`,
      EXIT.usage,
    );
  }
}
