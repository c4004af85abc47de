import { HermesError } from '../errors/hermes-error.ts';
import type {
  ChatCompletion,
  ChatCompletionMessage,
  ChatCompletionMessageToolCall,
} from '../model/chat-completion.ts';
import type { ChatCompletionMessageInput } from '../model/chat-request.ts';
import type { Tool } from '../model/tool.ts';
import {
  type CallResult,
  type CallRules,
  type PreparedCall,
  prepareCall,
  type ReadArguments,
} from './prepare-call.ts';
import type { ToolCallEvent, ToolRunEvent } from './tool-run-event.ts';

type FunctionCall = Extract<ChatCompletionMessageToolCall, { type: 'function' }>;

/** One turn of the model as it is being said. */
export interface Turn<Part> {
  readonly parts: AsyncIterable<Part>;
  finalCompletion(): Promise<ChatCompletion>;
}

/** What a run of tools needs. */
export interface RunTurnsOptions<Part> extends CallRules {
  /** The conversation; each turn and each result is added to it. */
  readonly messages: ChatCompletionMessageInput[];
  readonly tools: readonly Tool[];
  readonly maxTurns: number;
  readonly maxReasks: number;
  readonly signal: AbortSignal;
  readonly read: ReadArguments;
  readonly onToolCall?: ((call: ToolCallEvent) => void) | undefined;
  /** Asks the model; the first turn may be made to call a tool. */
  ask(turn: number): Turn<Part>;
}

/** Asks, runs what the model calls, and asks again, until it calls nothing. */
export async function* runTurns<Part>(
  options: RunTurnsOptions<Part>,
): AsyncGenerator<ToolRunEvent<Part>, ChatCompletion, undefined> {
  const { messages, signal, maxReasks, maxTurns } = options;
  let invalidTurns = 0;
  for (let turn = 1; ; turn += 1) {
    signal.throwIfAborted();
    yield { type: 'turn-start', turn };
    const asked = options.ask(turn);
    for await (const part of asked.parts) yield { type: 'part', turn, part };
    const completion = await asked.finalCompletion();
    const message = completion.choices[0]?.message;
    if (message) messages.push(asReplayable(message));
    const { length } = messages;
    const outcomes = new Set<string>();
    for await (const event of answerCalls(turn, completion, options)) {
      if (event.type === 'tool-result') outcomes.add(event.outcome);
      yield event;
    }
    yield { type: 'turn-end', turn, completion };
    if (messages.length === length) return completion;
    invalidTurns = outcomes.size === 1 && outcomes.has('invalid') ? invalidTurns + 1 : 0;
    if (invalidTurns > maxReasks) throw stillInvalid(messages, completion);
    if (turn >= maxTurns) throw tooManyTurns(maxTurns, completion);
  }
}

async function* answerCalls<Part>(
  turn: number,
  completion: ChatCompletion,
  { messages, tools, signal, read, onToolCall, ...rules }: RunTurnsOptions<Part>,
): AsyncGenerator<ToolRunEvent<Part>, void, undefined> {
  const prepared: PreparedCall[] = [];
  for (const call of completion.choices[0]?.message.tool_calls ?? []) {
    const ready = await unlessAborted(prepareCall(call, tools, read, rules), signal);
    prepared.push(ready);
    const { run: _, ...known } = ready;
    const event: ToolCallEvent = { type: 'tool-call', turn, ...known };
    onToolCall?.(event);
    yield event;
  }
  signal.throwIfAborted();
  const running = prepared.map((call) => unlessAborted(call.run(signal), signal));
  // All of them are waited for below, in turn; none may go unheard until then.
  for (const result of running) result.catch(() => undefined);
  for (const [index, { toolCallId, name }] of prepared.entries()) {
    const result = (await running[index]) as CallResult;
    messages.push({ role: 'tool', tool_call_id: toolCallId, name, content: result.content });
    yield { type: 'tool-result', turn, toolCallId, name, ...result };
  }
}

/**
 * The message with arguments that are JSON: hosts parse those of earlier turns, and refuse the whole
 * conversation for one that is broken.
 */
function asReplayable(message: ChatCompletionMessage): ChatCompletionMessage {
  if (!message.tool_calls?.some(isBroken)) return message;
  return {
    ...message,
    tool_calls: message.tool_calls.map((call) => (isBroken(call) ? mended(call) : call)),
  };
}

function isBroken(call: ChatCompletionMessageToolCall): call is FunctionCall {
  if (call.type !== 'function') return false;
  try {
    JSON.parse(call.function.arguments || '{}');
    return false;
  } catch {
    return true;
  }
}

function mended(call: FunctionCall): FunctionCall {
  const json = JSON.stringify({ invalid_json: call.function.arguments });
  return { ...call, function: { ...call.function, arguments: json } };
}

/** The promise's value, unless the run is stopped first: a tool may not listen to its signal. */
function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function stillInvalid(
  messages: readonly ChatCompletionMessageInput[],
  partial: ChatCompletion,
): HermesError {
  const last = messages.at(-1);
  const why = last?.role === 'tool' ? last.content : '';
  return new HermesError(`The model's tool calls stayed invalid: ${why}`, {
    code: 'invalid_output',
    partial,
  });
}

function tooManyTurns(maxTurns: number, partial: ChatCompletion): HermesError {
  return new HermesError(
    `The model still called tools after ${maxTurns} turns. messages() holds the conversation; give it to runTools() to go on, or raise maxTurns.`,
    { code: 'too_many_turns', partial },
  );
}
