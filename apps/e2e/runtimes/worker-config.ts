import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** What workerd runs: the worker and core's files as they are, and a way to this machine's own ports. */
export async function workerConfig(folder: string): Promise<string> {
  const dist = 'node_modules/@hermes4/core/dist';
  const files = (await readdir(join(folder, dist))).filter((file) => file.endsWith('.js'));
  const modules = [
    ['worker.mjs', 'worker.mjs'],
    ['smoke.js', 'smoke.js'],
    // A bare name is looked up beside the module that asks, and its own files beside it.
    ...files.map((file) => [
      file === 'index.js' ? '@hermes4/core' : `@hermes4/${file}`,
      `${dist}/${file}`,
    ]),
  ];
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
