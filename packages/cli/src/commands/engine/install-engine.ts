import type { Context } from '../../command.ts';
import { type Gpu, packagesFor, sizeOf } from '../../engine/binary-packages.ts';
import { folderSize } from '../../engine/folder-size.ts';
import { install } from '../../engine/install.ts';
import { PACKAGES, runtimeFolder } from '../../engine/runtime-folder.ts';
import { createProgressBar } from '../../terminal/progress-bar.ts';

/** What `hermes4 engine install` can be told. */
export interface InstallOptions {
  readonly gpu?: Gpu;
}

const LOOK_EVERY_MS = 250;

/** Installs the engine for model files, and shows how much of it is there. */
export async function installEngine({ gpu }: InstallOptions, context: Context): Promise<void> {
  const folder = runtimeFolder(context.io);
  const packages = packagesFor(gpu, process);
  const label = `installing node-llama-cpp ${PACKAGES['node-llama-cpp']}`;
  context.say(`${label} in ${folder}`);
  const bar = createProgressBar(label, context);
  let timer: NodeJS.Timeout | undefined;
  try {
    await install({ folder, packages }, context.io, (growing) => {
      const look = async (): Promise<void> => {
        // What npm has yet to unpack cannot be seen: the bar stops short of its end.
        bar.show(Math.min(0.99, (await folderSize(growing)) / sizeOf(gpu)));
      };
      timer = setInterval(() => void look(), LOOK_EVERY_MS);
    });
  } finally {
    clearInterval(timer);
    bar.end();
  }
  context.say('installed: hermes4 serve --engine gguf --model-file MODEL.gguf');
}
