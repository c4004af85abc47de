import { findProjectConfig, userConfigPath } from '../config/config-place.ts';
import { readToml } from '../files/read-toml.ts';
import type { Io } from '../io.ts';
import type { Layer } from './resolve-settings.ts';

/**
 * What the files of the project and of the person say, as far as there are any.
 *
 * @throws UsageError that names the file when one cannot be read.
 */
export async function readConfigFiles(io: Io): Promise<readonly Layer[]> {
  const [project, user] = await Promise.all([
    findProjectConfig(io.cwd).then((path) =>
      path === undefined ? undefined : layerOf('project', path),
    ),
    layerOf('user', userConfigPath(io)),
  ]);
  return [project, user].filter((layer) => layer !== undefined);
}

async function layerOf(source: Layer['source'], path: string): Promise<Layer | undefined> {
  const values = await readToml(path);
  return values && { source, place: path, values };
}
