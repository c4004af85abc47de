import { UsageError } from '../failure.ts';
import { PACKAGES } from './runtime-folder.ts';

/** What a graphics card is reached through, besides what every binary of a system can. */
export type Gpu = 'cuda' | 'vulkan';

const BINARIES: Readonly<Record<string, string>> = {
  'linux x64': 'linux-x64',
  'linux arm64': 'linux-arm64',
  'darwin arm64': 'mac-arm64-metal',
  'darwin x64': 'mac-x64',
  'win32 x64': 'win-x64',
  'win32 arm64': 'win-arm64',
};

/**
 * The packages to install for this machine: the library has an optional one for each kind of machine, and a plain install brings
 * several of them, 700 MB in all.
 *
 * @throws UsageError where there is no binary.
 */
export function packagesFor(
  gpu: Gpu | undefined,
  { platform, arch }: Pick<NodeJS.Process, 'platform' | 'arch'>,
): string[] {
  const binary = BINARIES[`${platform} ${arch}`];
  if (binary === undefined) {
    throw new UsageError(
      `There is no engine for model files for ${platform} on ${arch}; use --engine relay with a server that runs the model.`,
    );
  }
  if (gpu && !/^(?:linux|win)-x64$/.test(binary)) {
    throw new UsageError(`--gpu ${gpu} is for Linux and Windows on x64; leave it out here.`);
  }
  const { 'node-llama-cpp': version } = PACKAGES;
  const binaries = [binary, ...(gpu ? [`${binary}-${gpu}`] : [])];
  return [
    ...Object.entries(PACKAGES).map(([name, one]) => `${name}@${one}`),
    ...binaries.map((name) => `@node-llama-cpp/${name}@${version}`),
    // The libraries of CUDA itself are a package of their own.
    ...(gpu === 'cuda' ? [`@node-llama-cpp/${binary}-cuda-ext@${version}`] : []),
  ];
}

/** About how many bytes they take, for the progress bar. */
export function sizeOf(gpu: Gpu | undefined): number {
  return { none: 93e6, vulkan: 165e6, cuda: 640e6 }[gpu ?? 'none'];
}
