import { basename, resolve } from 'node:path';
import { createGgufEngine } from '@hermes4/server/gguf';
import type { Context } from '../../command.ts';
import { installedVersion, loadRuntime, runtimeFolder } from '../../engine/runtime-folder.ts';
import { UsageError } from '../../failure.ts';
import { confirm } from '../../terminal/confirm.ts';
import { createProgressBar } from '../../terminal/progress-bar.ts';
import type { Open } from './engine.ts';

/** A model file on this machine; what runs it is installed first, if somebody is there to say yes. */
export const openGguf: Open = async (options, context) => {
  const { modelFile, parallel, contextTokens, threads, cpu } = options;
  if (modelFile === undefined) {
    throw new UsageError(
      'Name the model file: hermes4 serve --engine gguf --model-file Hermes-4-14B-Q4_K_M.gguf',
    );
  }
  const folder = runtimeFolder(context.io);
  if ((await installedVersion(folder)) === undefined) await installFirst(context);
  const name = basename(modelFile);
  const bar = createProgressBar(`loading ${name}`, context);
  try {
    const engine = await createGgufEngine({
      modelPath: resolve(context.io.cwd, modelFile),
      runtime: await loadRuntime(folder),
      parallel,
      contextTokens,
      threads,
      gpu: cpu ? false : 'auto',
      signal: context.io.signal,
      onProgress: (loaded) => bar.show(loaded),
    });
    return {
      engine,
      description: `gguf, which runs ${name} with ${engine.contextTokens.toLocaleString('en')} tokens of context`,
      reach: 'Nothing leaves this machine.',
      close: () => engine.close(),
    };
  } finally {
    bar.end();
  }
};

async function installFirst(context: Context): Promise<void> {
  const question = 'What runs model files is not installed. Install it now, about 90 MB?';
  const how = 'The engine for model files is not installed: hermes4 engine install';
  if (!context.mayAsk || !(await confirm(question, undefined, context))) throw new UsageError(how);
  const { installEngine } = await import('../engine/install-engine.ts');
  await installEngine({}, context);
}
