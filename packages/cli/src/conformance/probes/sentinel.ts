import type { Finding, Probe } from '../probe.ts';
import { asking, streamedFinish } from '../shapes.ts';
import { faultOf } from '../stream-fault.ts';

/** How a stream says that it is complete. */
export const sentinel: Probe = {
  name: 'sentinel',
  about: 'how a stream says that it is complete',
  async run(wire): Promise<Finding> {
    const streamed = await wire.stream(asking('Say hello.', { max_tokens: 64 }));
    const fault = faultOf(streamed);
    if (fault) return { verdict: 'fail', saw: fault };
    const finish = streamedFinish(streamed.chunks);
    if (streamed.isDone && finish) return { verdict: 'pass', saw: `${finish}, then [DONE]` };
    if (streamed.isDone) return { verdict: 'differs', saw: '[DONE] without a finish_reason' };
    if (finish) return { verdict: 'differs', saw: `${finish} without [DONE]` };
    return {
      verdict: 'fail',
      saw: 'neither a finish_reason nor [DONE]',
      advice:
        'A stream that was cut looks like one that is whole; the client reports each as interrupted.',
    };
  },
};
