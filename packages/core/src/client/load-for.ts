import type { RequestOptions } from '../model/client-options.ts';
import { createStopper } from '../transport/stopper.ts';
import { timedOut } from '../transport/timed-out.ts';
import { checkedTimeout, type ResolvedOptions } from './resolve-options.ts';

/**
 * Waits for code without which a call cannot begin, for no longer than the call may last.
 *
 * @throws The signal's reason; HermesError `timed_out`; whatever the loading throws.
 */
export async function loadFor<Part>(
  loading: Promise<Part>,
  { signal, timeout }: RequestOptions,
  client: Pick<ResolvedOptions, 'streamLimits' | 'runtime'>,
): Promise<Part> {
  const stopper = createStopper(signal, () => cancel?.());
  let cancel: (() => void) | undefined;
  stopper.follow();
  try {
    const ms = checkedTimeout(timeout).total ?? client.streamLimits.total;
    if (ms < Infinity) cancel = client.runtime.after(ms, () => stopper.stop(timedOut('total', ms)));
    return await stopper.orStopped(loading);
  } finally {
    cancel?.();
    stopper.end();
  }
}
