import { join } from 'node:path';
import type { Io } from '../io.ts';

/** Where this program keeps things of the person: settings and templates, and what grows by itself. */
export interface Folders {
  /** Settings and templates, written by hand as well; safe to share. */
  readonly config: string;
  /** History and keys: nobody else's business. */
  readonly data: string;
}

/**
 * The folders of the person: `HERMES4_CONFIG_DIR` and `HERMES4_DATA_DIR`, else where XDG or Windows wants
 * them. On macOS as well: a terminal's files are looked for there.
 */
export function foldersOf(
  { env, home }: Pick<Io, 'env' | 'home'>,
  platform: NodeJS.Platform = process.platform,
): Folders {
  const isWindows = platform === 'win32';
  const [config, data] = isWindows
    ? [
        read('APPDATA') ?? join(home, 'AppData', 'Roaming'),
        read('LOCALAPPDATA') ?? join(home, 'AppData', 'Local'),
      ]
    : [join(home, '.config'), join(home, '.local', 'share')];
  return {
    config: read('HERMES4_CONFIG_DIR') ?? join(read('XDG_CONFIG_HOME') ?? config, 'hermes4'),
    data: read('HERMES4_DATA_DIR') ?? join(read('XDG_DATA_HOME') ?? data, 'hermes4'),
  };

  function read(name: string): string | undefined {
    const value = env[name]?.trim();
    // The specification says of XDG_*: what is no absolute path is to be ignored.
    if (!value || (name.startsWith('XDG_') && !value.startsWith('/'))) return undefined;
    return value;
  }
}
