import type { Finding, Probe } from '../probe.ts';
import {
  at,
  contentOf,
  has,
  listAt,
  refusalOf,
  shorten,
  streamedContent,
  textAt,
} from '../shapes.ts';
import { QUESTION } from '../weather.ts';
import type { Json, Wire } from '../wire.ts';

const BROKEN = ' …broken)';

/** Whether tools are taken, and whether their calls survive a stream. */
export const tools: Probe = {
  name: 'tools',
  about: 'tool calls, whole and streamed',
  async run(wire): Promise<Finding> {
    const answer = await wire.chat(QUESTION);
    if (answer.status !== 200) {
      return {
        verdict: 'differs',
        saw: `refuses tools: ${refusalOf(answer)}`,
        advice: 'The client tells the model of its tools in the prompt here.',
        profile: { tools: 'prompt' },
      };
    }
    const calls = listAt(answer.json, 'choices', 0, 'message', 'tool_calls');
    const content = contentOf(answer.json);
    if (calls.length > 0) return judgeNative(calls, wire);
    if (content.includes('<tool_call>')) return judgeInline(wire);
    return {
      verdict: 'unsure',
      saw: `takes tools and called none: ${shorten(content, 50)}`,
      advice:
        'The host may drop tools in silence. Asking in the prompt works with the model itself.',
      profile: { tools: 'prompt' },
    };
  },
};

async function judgeNative(calls: readonly Json[], wire: Wire): Promise<Finding> {
  const streamed = await wire.stream(QUESTION);
  const fragments = streamed.chunks.flatMap((chunk) =>
    listAt(chunk, 'choices', 0, 'delta', 'tool_calls'),
  );
  const profile = { tools: 'native' } as const;
  const [wanted, got] = [calls.map(inOneLine), stitched(fragments)];
  if (wanted.some((call) => call.endsWith(BROKEN))) {
    return { verdict: 'fail', saw: `arguments that are no JSON: ${wanted.join(', ')}`, profile };
  }
  if (got.length === 0) {
    return {
      verdict: 'fail',
      saw: `${wanted.join(', ')}; streamed, the call is lost`,
      advice: 'Call without streaming, or with toolMode "prompt".',
      profile: { tools: 'prompt' },
    };
  }
  if (got.join() !== wanted.join()) {
    return { verdict: 'unsure', saw: `${wanted.join(', ')}; streamed: ${got.join(', ')}`, profile };
  }
  const absent = ['index', 'id', 'type'].filter((field) => !has(fragments[0], field));
  if (absent.length === 0) return { verdict: 'pass', saw: `${got.join(', ')}, both ways`, profile };
  return {
    verdict: 'differs',
    saw: `${got.join(', ')}; streamed without ${absent.join(', ')}`,
    profile,
  };
}

async function judgeInline(wire: Wire): Promise<Finding> {
  const { chunks } = await wire.stream(QUESTION);
  const both = streamedContent(chunks).includes('<tool_call>');
  return {
    verdict: 'differs',
    saw: `<tool_call> in the text${both ? ', both ways' : '; streamed: none'}`,
    advice: 'The client reads calls from the text when tools are asked for.',
    profile: { tools: 'native' },
  };
}

function inOneLine(call: Json): string {
  const args = textAt(call, 'function', 'arguments');
  return written(textAt(call, 'function', 'name'), args);
}

/** Fragments of streamed calls as calls; a name or another index begins the next. */
function stitched(fragments: readonly Json[]): string[] {
  const calls: { index: Json; name: string; args: string }[] = [];
  for (const fragment of fragments) {
    const index = at(fragment, 'index');
    const name = textAt(fragment, 'function', 'name');
    const last = calls.at(-1);
    const args = textAt(fragment, 'function', 'arguments');
    if (last && last.index === index && name === '') last.args += args;
    else calls.push({ index, name, args });
  }
  return calls.map(({ name, args }) => written(name, args));
}

/** A call as one would write it; arguments that are no JSON are left as they are, and marked. */
function written(name: string, args: string): string {
  try {
    return `${name}(${JSON.stringify(JSON.parse(args))})`;
  } catch {
    return `${name}(${shorten(args, 30)}${BROKEN}`;
  }
}
