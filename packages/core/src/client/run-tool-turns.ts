import type { ChatCompletion } from '../model/chat-completion.ts';
import type { Tool } from '../model/tool.ts';
import type { ChatStream } from '../result/chat-stream.ts';
import type { ChatStreamPart } from '../result/parts.ts';
import { isStandardSchema } from '../structured/json-schema-of.ts';
import {
  describeMisfits,
  jsonSchemaValidator,
  standardValidator,
  type Validate,
} from '../structured/validator.ts';
import type { ReadArguments } from '../tools/prepare-call.ts';
import { runTurns } from '../tools/run-turns.ts';
import type { ToolRunEvent } from '../tools/tool-run-event.ts';
import { type Driver, driveRun } from '../tools/tool-runner.ts';
import { check } from '../validate/check.ts';
import type { ResolvedOptions } from './resolve-options.ts';
import type { RunSetup } from './run-setup.ts';

type Event = ToolRunEvent<ChatStreamPart>;

/** Runs a caller's tools, turn by turn, as far as somebody reads. */
export function driveTools({
  params: { tools, maxTurns = 10, maxReasks = 2, ...params },
  options: { signal, onToolCall, approve, allowRecovered, ...options },
  messages,
  own,
  abort,
  warn,
  stream,
}: RunSetup): Driver<Event> {
  const rules = { onToolCall, approve, allowRecovered };
  return driveRun(run(), () => abort());

  async function* run(): AsyncGenerator<Event, ChatCompletion, undefined> {
    const follow = (): void => abort(signal?.reason);
    if (signal?.aborted) follow();
    signal?.addEventListener('abort', follow, { once: true });
    try {
      const read = argumentReader(tools, warn);
      const turns = {
        ...rules,
        messages,
        tools,
        maxTurns,
        maxReasks,
        signal: own,
        read,
        ask,
      };
      return yield* runTurns(turns);
    } finally {
      signal?.removeEventListener('abort', follow);
    }
  }

  function ask(turn: number): { parts: ChatStream; finalCompletion(): Promise<ChatCompletion> } {
    const { tool_choice, ...rest } = params;
    const isForced = tool_choice !== undefined && tool_choice !== 'none' && tool_choice !== 'auto';
    const choice = tool_choice === undefined || (isForced && turn > 1) ? {} : { tool_choice };
    const request = { ...rest, ...choice, messages: [...messages], tools: [...tools] };
    const parts = stream(request, { ...options, signal: own });
    return { parts, finalCompletion: () => parts.finalCompletion() };
  }
}

/** Reads and validates arguments; broken JSON is never repaired. */
function argumentReader(tools: readonly Tool[], warn: ResolvedOptions['warn']): ReadArguments {
  const validators = new Map<Tool, Validate>();
  for (const tool of tools) {
    const { schema } = tool.runnable;
    const path = `tools.${tool.function.name}`;
    validators.set(
      tool,
      isStandardSchema(schema)
        ? standardValidator(schema)
        : jsonSchemaValidator(schema, path, { check, warn }),
    );
  }
  return async (tool, json) => {
    let value: unknown;
    try {
      value = JSON.parse(json || '{}');
    } catch (error) {
      return { fault: String(error) };
    }
    const validated = await validators.get(tool)?.(value);
    return validated?.misfits
      ? { fault: describeMisfits(validated.misfits) }
      : { value: validated?.value };
  };
}
