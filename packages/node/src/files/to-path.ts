import { fileURLToPath } from 'node:url';

/** The path of a file that a caller may name as Node's own functions let it. */
export function toPath(path: string | URL): string {
  return path instanceof URL ? fileURLToPath(path) : path;
}
