import type { Context } from '../../command.ts';
import { folderSize } from '../../engine/folder-size.ts';
import { installedVersion, PACKAGES, runtimeFolder } from '../../engine/runtime-folder.ts';
import { printJson, printText } from '../../terminal/print.ts';

/** Tells of the engine for model files. */
export async function showEngine({ json }: { json?: true }, context: Context): Promise<void> {
  const folder = runtimeFolder(context.io);
  const version = await installedVersion(folder);
  const bytes = version === undefined ? 0 : await folderSize(folder);
  if (json) {
    await printJson(context, { version: 1, installed: version ?? null, folder, bytes });
    return;
  }
  if (version === undefined) {
    await printText(context, 'not installed\n');
    context.say('install it with: hermes4 engine install');
    return;
  }
  await printText(
    context,
    `node-llama-cpp ${version} in ${folder}, ${Math.round(bytes / 1e6)} MB\n`,
  );
  if (version !== PACKAGES['node-llama-cpp']) {
    context.say(
      `this command line was tried with ${PACKAGES['node-llama-cpp']}: hermes4 engine install`,
    );
  }
}
