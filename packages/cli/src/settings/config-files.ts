import type { Io } from '../io.ts';
import type { Layer } from './resolve-settings.ts';

/**
 * What the files of the project and of the person say, as far as there are any.
 *
 * @throws UsageError that names the file when one cannot be read.
 */
export function readConfigFiles(_io: Io): Promise<readonly Layer[]> {
  return Promise.resolve([]);
}
