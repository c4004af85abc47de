import type {
  ChatCompletion,
  ChatCompletionChunk,
  ChatCompletionChunkDelta,
  ChatCompletionMessage,
} from '@hermes4/core';
import { aimlapi } from './aimlapi.ts';
import type { Dialect } from './dialect.ts';

/** A host that parses nothing: thoughts and calls stay in the text, in the model's own tags. */
export const inline: Dialect = {
  ...aimlapi,
  name: 'inline',
  whole: (completion, bill) =>
    aimlapi.whole({ ...completion, choices: completion.choices.map(wholeChoice) }, bill),
  stream: (envelope) => {
    const speech = aimlapi.stream(envelope);
    const write = createInlineWriter();
    return { ...speech, chunk: (chunk) => write(chunk).flatMap((one) => speech.chunk(one)) };
  },
};

type Open = 'nothing' | 'thoughts' | 'call';

const CLOSING: Readonly<Record<Open, string>> = {
  nothing: '',
  thoughts: '</think>',
  call: '}\n</tool_call>',
};

/** Writes what was told in fields as text. */
function createInlineWriter(): (chunk: ChatCompletionChunk) => readonly ChatCompletionChunk[] {
  let open: Open = 'nothing';

  return (chunk) => {
    const [choice] = chunk.choices;
    if (!choice) return [chunk];
    const { role } = choice.delta ?? {};
    const text = told(choice.delta ?? {}) + (choice.finish_reason ? close('nothing') : '');
    const delta = { ...(role && { role }), ...((text !== '' || role) && { content: text }) };
    const finish_reason = unparsed(choice.finish_reason ?? null);
    return [{ ...chunk, choices: [{ ...choice, delta, finish_reason }] }];
  };

  function told({ reasoning_content, content, tool_calls }: ChatCompletionChunkDelta): string {
    let text = '';
    if (reasoning_content) text += begin('thoughts', '<think>') + reasoning_content;
    if (content) text += close('nothing') + content;
    for (const call of tool_calls ?? []) {
      const { name, arguments: json } = call.function ?? {};
      if (name) text += close('nothing') + begin('call', opening(name));
      text += json ?? '';
    }
    return text;
  }

  function begin(what: Open, tag: string): string {
    return open === what ? '' : close(what) + tag;
  }

  function close(next: Open): string {
    const closing = CLOSING[open];
    open = next;
    return closing;
  }
}

function wholeChoice(choice: ChatCompletion['choices'][number]): ChatCompletion['choices'][number] {
  const { role, content, reasoning_content, tool_calls } = choice.message;
  const text = [
    ...(reasoning_content ? [`<think>${reasoning_content}</think>`] : []),
    content ?? '',
    ...(tool_calls ?? []).map(callText),
  ].join('');
  const message: ChatCompletionMessage = { role, content: text, refusal: null };
  return { ...choice, message, finish_reason: unparsed(choice.finish_reason) };
}

function callText(call: NonNullable<ChatCompletionMessage['tool_calls']>[number]): string {
  if (call.type !== 'function') return '';
  return `${opening(call.function.name)}${call.function.arguments}${CLOSING.call}`;
}

function opening(name: string): string {
  return `<tool_call>\n{"name": ${JSON.stringify(name)}, "arguments": `;
}

/** Who sees no calls sees no reason to stop for them. */
function unparsed<Reason>(reason: Reason): Reason | 'stop' {
  return reason === 'tool_calls' ? 'stop' : reason;
}
