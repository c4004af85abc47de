import type { Clock } from '../../../clock.ts';
import type { Upstream } from '../open-upstream.ts';
import type { Member } from './member.ts';
import type { CheckPolicy } from './resolve-pool.ts';

/** Asks an upstream whether it lives, again and again, until it is told to stop. */
export function startChecks(
  { upstream, checked }: Pick<Member, 'upstream' | 'checked'>,
  policy: CheckPolicy,
  clock: Clock,
): () => void {
  const stop = new AbortController();
  let failures = 0;
  let cancel = (): void => undefined;
  void check();
  return () => {
    cancel();
    stop.abort();
  };

  async function check(): Promise<void> {
    const trouble = await probe(upstream, policy, { clock, stop: stop.signal });
    if (stop.signal.aborted) return;
    failures = trouble === undefined ? 0 : failures + 1;
    if (trouble === undefined) checked(true, 'It answers checks again.');
    else if (failures >= policy.failures) checked(false, trouble);
    cancel = clock.after(policy.intervalMs, () => void check());
  }
}

/** Asks once; what is wrong, as a sentence, or `undefined`. */
async function probe(
  { relay, fetch }: Upstream,
  { path, timeoutMs }: CheckPolicy,
  { clock, stop }: { readonly clock: Clock; readonly stop: AbortSignal },
): Promise<string | undefined> {
  const controller = new AbortController();
  const leave = (): void => controller.abort();
  stop.addEventListener('abort', leave, { once: true });
  const tooLate = new Promise<undefined>((resolve) => {
    controller.signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  const cancel = clock.after(timeoutMs, leave);
  try {
    const { signal } = controller;
    const asked = fetch(addressOf(relay.url, path), {
      headers: relay.headers,
      redirect: 'manual',
      signal,
    });
    const response = await Promise.race([asked, tooLate]);
    if (!response) {
      asked.then(letGo, () => undefined);
      return `It did not answer a check within ${timeoutMs} ms.`;
    }
    letGo(response);
    return response.status < 500 ? undefined : `It answered a check with ${response.status}.`;
  } catch {
    return controller.signal.aborted
      ? `It did not answer a check within ${timeoutMs} ms.`
      : 'It could not be reached for a check.';
  } finally {
    cancel();
    stop.removeEventListener('abort', leave);
  }
}

/** From the address of chat calls, which ends in `/chat/completions`. */
function addressOf(chat: string, path: string): string {
  const url = new URL(path.startsWith('/') ? path : `../${path}`, chat);
  url.search = new URL(chat).search;
  return url.href;
}

function letGo(response: Response): void {
  response.body?.cancel().catch(() => undefined);
}
