import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { start } from '../support/child.ts';

const folder = inject('folder');

describe.each(['5.5', '7'])('TypeScript %s', (version) => {
  it.each([
    ['node16', 'node16'],
    ['nodenext', 'nodenext'],
    ['esnext', 'bundler'],
  ])(
    'finds the types of every entry with module %s and moduleResolution %s',
    async (module, resolution) => {
      const compiler = join('node_modules', `typescript-${version}`, 'bin/tsc');
      const settings = [
        ...['--noEmit', '--strict', '--exactOptionalPropertyTypes'],
        ...['--target', 'es2022', '--lib', 'es2023,dom', '--types', 'node'],
        ...['--module', module, '--moduleResolution', resolution],
      ];
      const child = start([process.execPath, compiler, ...settings, 'types.mts'], { cwd: folder });
      expect(await child.outcome()).toMatchObject({ stdout: '', stderr: '', exitCode: 0 });
    },
  );
});
