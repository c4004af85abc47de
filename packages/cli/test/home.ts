import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';

/** A home and a project that a test may write to. */
export interface Home {
  readonly home: string;
  readonly cwd: string;
  /** Writes a file below the home's parent, such as `home/.config/hermes4/config.toml`. */
  write(path: string, text: string): string;
}

/** Gives each test of a file a home and a project of its own, and takes them away afterwards. */
export function useHome(): Home {
  let root = '';
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hermes4-home-'));
    mkdirSync(join(root, 'home'));
    mkdirSync(join(root, 'project'));
  });
  afterEach(() => rmSync(root, { recursive: true }));
  return {
    get home() {
      return join(root, 'home');
    },
    get cwd() {
      return join(root, 'project');
    },
    write(path, text) {
      const target = join(root, path);
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, text);
      return target;
    },
  };
}
