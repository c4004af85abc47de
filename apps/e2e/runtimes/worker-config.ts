import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What workerd runs: the worker and core's files as they are. */
export async function workerConfig(folder: string): Promise<string> {
  const dist = 'node_modules/@hermes4/core/dist';
  const files = (await readdir(join(folder, dist))).filter((file) => file.endsWith('.js'));
  const modules: [string, string][] = [
    ['worker.mjs', 'worker.mjs'],
    ['smoke.js', 'smoke.js'],
    // A bare name is looked up beside the module that asks, and its own files beside it.
    ...files.map((file): [string, string] => [
      file === 'index.js' ? '@hermes4/core' : `@hermes4/${file}`,
      `${dist}/${file}`,
    ]),
  ];
  return configOf(modules);
}

/** A worker of modules, by the names that they are imported by, with a way to this machine's own ports. */
export function configOf(modules: readonly (readonly [name: string, path: string])[]): string {
  const entries = modules.map(([name, path]) => `(name = "${name}", esModule = embed "${path}")`);
  return `using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [
    (name = "smoke", worker = (
      modules = [${entries.join(', ')}],
      bindings = [(name = "HOSTS", fromEnvironment = "HOSTS")],
      compatibilityDate = "2026-01-01",
    )),
    (name = "internet", network = (allow = ["local"])),
  ],
);
`;
}
