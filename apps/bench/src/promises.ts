import { createHook } from 'node:async_hooks';

/** How many promises the platform makes while something runs. */
export async function promisesOf(work: () => Promise<unknown>): Promise<number> {
  let count = 0;
  const hook = createHook({
    init: (_id, type) => {
      if (type === 'PROMISE') count += 1;
    },
  });
  hook.enable();
  await work();
  hook.disable();
  return count;
}
