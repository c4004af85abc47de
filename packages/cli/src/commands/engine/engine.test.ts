import { describe, expect, it } from 'vitest';
import { useHome } from '../../../test/home.ts';
import { fakeIo, runToEnd } from '../../../test/terminal.ts';
import { createContext } from '../../create-context.ts';
import { packagesFor } from '../../engine/binary-packages.ts';
import { EXIT } from '../../exit-code.ts';
import { createProgressBar } from '../../terminal/progress-bar.ts';

describe('the engine for model files', () => {
  const home = useHome();
  const at = () => ({ home: home.home, cwd: home.cwd });

  it('says where it would be when it is not installed', async () => {
    const status = await runToEnd(['engine', 'status'], at());
    expect(status).toMatchObject({ exitCode: 0, stdout: 'not installed\n' });
    expect(status.stderr).toContain('hermes4 engine install');
    expect((await runToEnd(['engine', 'remove'], at())).stderr).toContain('it is not installed');
  });

  it.each([
    [['--engine', 'gguf'], 'Name the model file: hermes4 serve --engine gguf --model-file'],
    [['--engine', 'gguf', '--model-file', 'x.gguf'], 'not installed: hermes4 engine install'],
    [['--engine', 'gguf', '--parallel', '0'], 'at least 1'],
  ])('is not served by %j, and it is said what to do', async (args, message) => {
    const { exitCode, stderr } = await runToEnd(['serve', ...args, '--no-input'], at());
    expect(exitCode).toBe(EXIT.usage);
    expect(stderr).toContain(message);
  });

  it.each<[string, string, undefined | 'cuda' | 'vulkan', string[]]>([
    ['linux', 'x64', undefined, ['linux-x64']],
    ['darwin', 'arm64', undefined, ['mac-arm64-metal']],
    ['win32', 'x64', 'vulkan', ['win-x64', 'win-x64-vulkan']],
    ['linux', 'x64', 'cuda', ['linux-x64', 'linux-x64-cuda', 'linux-x64-cuda-ext']],
  ])(
    'comes for %s on %s with the binary of that machine alone',
    (platform, arch, gpu, binaries) => {
      const packages = packagesFor(gpu, { platform, arch } as NodeJS.Process);
      expect(packages).toEqual([
        'node-llama-cpp@3.22.1',
        '@huggingface/jinja@0.5.11',
        ...binaries.map((name) => `@node-llama-cpp/${name}@3.22.1`),
      ]);
    },
  );

  it.each([
    ['sunos', 'x64', undefined, /no engine for model files for sunos on x64/],
    ['darwin', 'arm64', 'cuda', /--gpu cuda is for Linux and Windows on x64/],
  ] as const)('does not come for %s on %s with %s', (platform, arch, gpu, message) => {
    expect(() => packagesFor(gpu, { platform, arch })).toThrow(message);
  });
});

describe('a progress bar', () => {
  it('is drawn in place for somebody at a terminal, as often as it changes, and taken away', () => {
    const io = fakeIo();
    Object.assign(io.stderr, { isTTY: true, columns: 60 });
    const bar = createProgressBar('loading a.gguf', createContext({ color: false }, io));
    for (const done of [0, 0.5, 0.5, 1]) bar.show(done);
    bar.end();
    const frames = String(io.stderr.read()).split('\r\x1b[K');
    expect(frames).toEqual([
      '',
      `loading a.gguf ▕${' '.repeat(24)}▏   0 %`,
      `loading a.gguf ▕${'█'.repeat(12)}${' '.repeat(12)}▏  50 %`,
      `loading a.gguf ▕${'█'.repeat(24)}▏ 100 %`,
      '',
    ]);
  });

  it('says nothing in a pipe', () => {
    const io = fakeIo();
    const bar = createProgressBar('loading', createContext({}, io));
    bar.show(0.5);
    bar.end();
    expect(io.stderr.read()).toBeNull();
  });
});
