import { rm } from 'node:fs/promises';
import type { Context } from '../../command.ts';
import { installedVersion, runtimeFolder } from '../../engine/runtime-folder.ts';

/** Removes the engine for model files; it can be installed again at any time. */
export async function removeEngine(context: Context): Promise<void> {
  const folder = runtimeFolder(context.io);
  if ((await installedVersion(folder)) === undefined) {
    context.say('it is not installed');
    return;
  }
  await rm(folder, { recursive: true, force: true });
  context.say(`removed ${folder}`);
}
