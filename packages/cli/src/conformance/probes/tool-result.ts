import type { Finding, Probe } from '../probe.ts';
import { contentOf, refusalOf, shorten } from '../shapes.ts';
import { MESSAGES, QUESTION } from '../weather.ts';

/** Whether the model can be told what a tool gave. */
export const toolResult: Probe = {
  name: 'tool-result',
  about: 'an answer built on what a tool gave',
  async run(wire): Promise<Finding> {
    const call = {
      id: 'call_1',
      type: 'function',
      function: { name: 'get_weather', arguments: '{"city":"Paris"}' },
    };
    const answer = await wire.chat({
      ...QUESTION,
      messages: [
        ...MESSAGES,
        { role: 'assistant', content: null, tool_calls: [call] },
        { role: 'tool', tool_call_id: 'call_1', content: '{"celsius":17.25,"sky":"overcast"}' },
      ],
    });
    if (answer.status !== 200) {
      return {
        verdict: 'differs',
        saw: refusalOf(answer),
        advice: 'The client writes results into the prompt where tools are asked for there.',
        profile: { tools: 'prompt' },
      };
    }
    const content = contentOf(answer.json);
    if (/17(?:\.25)?|overcast/i.test(content))
      return { verdict: 'pass', saw: 'the answer uses it' };
    return {
      verdict: 'unsure',
      saw: `the answer does not use it: ${shorten(content, 50) || 'empty'}`,
    };
  },
};
