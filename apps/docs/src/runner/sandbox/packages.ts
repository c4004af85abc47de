import * as core from '@hermes4/core';
import * as node from '@hermes4/node';
import * as server from '@hermes4/server';

/** What a program may import here. */
export const OWN_PACKAGES: Readonly<Record<string, unknown>> = {
  '@hermes4/core': core,
  '@hermes4/node': node,
  '@hermes4/server': server,
};

/** A `require` over the toolkit's packages and those that the page brought. */
export function createRequire(
  brought: Readonly<Record<string, string>>,
): (name: string) => unknown {
  const loaded = new Map<string, unknown>(Object.entries(OWN_PACKAGES));
  return (name) => {
    if (!loaded.has(name)) loaded.set(name, define(name, brought[name]));
    return loaded.get(name);
  };
}

type Define = (module: object, exports: object) => void;

function define(name: string, program: string | undefined): unknown {
  if (program === undefined) {
    const known = [...Object.keys(OWN_PACKAGES), 'zod'].join(', ');
    throw new Error(`Cannot find package '${name}' in this page. It has ${known}.`);
  }
  const module = { exports: {} };
  // biome-ignore lint/security/noGlobalEval: the site's own program, from the site's own address.
  const run = (0, eval)(`((module, exports) => {${program}\n})`) as Define;
  run(module, module.exports);
  return module.exports;
}
