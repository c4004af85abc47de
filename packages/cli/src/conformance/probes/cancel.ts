import type { Finding, Probe } from '../probe.ts';
import { asking, refusalOf } from '../shapes.ts';

/** Gauges by which servers tell how many answers are being written. */
const RUNNING =
  /^(?:vllm:num_requests_running|llamacpp:requests_processing|sglang:num_running_reqs|hermes4_requests_in_flight)\S*\s+([\d.]+)/m;

/** Whether a caller can leave in the middle of an answer, and is served again. */
export const cancel: Probe = {
  name: 'cancel',
  about: 'a caller who leaves in the middle',
  async run(wire): Promise<Finding> {
    const left = await wire.leave(asking('Count from 1 to 1000, in words.', { max_tokens: 2000 }));
    if (left.status !== 200) return { verdict: 'fail', saw: refusalOf(left) };
    const next = await wire.chat(asking('Say hello.', { max_tokens: 8 }));
    if (next.status !== 200)
      return { verdict: 'fail', saw: `the next call got ${refusalOf(next)}` };
    const metrics = await wire.metrics();
    const running = metrics.status === 200 ? RUNNING.exec(metrics.text)?.[1] : undefined;
    if (running === undefined) {
      return {
        verdict: 'pass',
        saw: 'left; the next call was answered (it does not tell what still runs)',
      };
    }
    if (Number(running) === 0) return { verdict: 'pass', saw: 'left; nothing runs any more' };
    return {
      verdict: 'unsure',
      saw: `left; its metrics say that ${running} run`,
      advice:
        'Alone on this host, that means that abandoned answers are written, and paid, to their end.',
    };
  },
};
