import { HermesError } from '../errors/hermes-error.ts';
import type { ChatCompletionMessageToolCall } from '../model/chat-completion.ts';
import type { Tool, ToolContext } from '../model/tool.ts';
import type { ToolOutcome } from './tool-run-event.ts';

/** A call as the caller is asked about it. */
export interface ApprovalRequest {
  /** The id of the call. */
  toolCallId: string;
  /** The tool's name. */
  name: string;
  /** Its arguments, validated. */
  args: unknown;
}

/** What the caller decides about calls. */
export interface CallRules {
  /** Asked before a tool runs whose `needsApproval` says so, one call at a time. */
  approve?: ((call: ApprovalRequest) => boolean | Promise<boolean>) | undefined;
  /** Whether calls run that the model wrote in a broken form and that were recovered. */
  allowRecovered?: boolean | undefined;
}

/** Arguments that fit, or what is wrong with them. */
export type ReadArguments = (
  tool: Tool,
  json: string,
) => Promise<
  | { readonly value: unknown; readonly fault?: undefined }
  | { readonly fault: string; readonly value?: undefined }
>;

/** How a call ended, and what the model is told. */
export interface CallResult {
  readonly outcome: ToolOutcome;
  readonly content: string;
  readonly result?: unknown;
  readonly error?: unknown;
}

/** A call that is decided: it can run, or its result is known without running. */
export interface PreparedCall {
  readonly toolCallId: string;
  readonly name: string;
  readonly arguments: string;
  readonly args?: unknown;
  readonly run: (signal: AbortSignal) => Promise<CallResult>;
}

/** Finds the tool of a call, reads its arguments and has it approved. */
export async function prepareCall(
  call: ChatCompletionMessageToolCall,
  tools: readonly Tool[],
  read: ReadArguments,
  { approve, allowRecovered }: CallRules,
): Promise<PreparedCall> {
  const { name, json } =
    call.type === 'function'
      ? { name: call.function.name, json: call.function.arguments }
      : { name: call.custom.name, json: call.custom.input };
  const known = { toolCallId: call.id, name, arguments: json };
  const tool = tools.find((one) => one.function.name === name);
  if (!tool || call.type !== 'function') {
    const names = tools.map((one) => one.function.name).join(', ');
    return settled(known, 'invalid', `There is no tool ${name}. The tools are: ${names}.`);
  }
  if ((call as { _origin?: unknown })._origin === 'recovered' && !allowRecovered) {
    return settled(
      known,
      'invalid',
      'The call was not well-formed, so it did not run. Repeat it as valid JSON.',
    );
  }
  const { value: args, fault } = await read(tool, json);
  if (fault !== undefined) return settled(known, 'invalid', `The arguments do not fit: ${fault}`);
  const ready = { ...known, args };
  if (await tool.runnable.needsApproval(args as never)) {
    if (!approve) throw noApproval(name);
    const isApproved = await approve({ toolCallId: call.id, name, args });
    if (!isApproved) return settled(ready, 'refused', 'The user did not approve this call.');
  }
  return { ...ready, run: (signal) => run(tool, args, { signal, toolCallId: call.id }) };
}

async function run(tool: Tool, args: unknown, context: ToolContext): Promise<CallResult> {
  try {
    const result = await tool.runnable.run(args as never, context);
    const content =
      typeof result === 'string' ? result : (JSON.stringify(result) as string | undefined);
    return { outcome: 'ok', content: content ?? 'null', result };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { outcome: 'failed', content: asError(message), error };
  }
}

function settled(
  call: Omit<PreparedCall, 'run'>,
  outcome: ToolOutcome,
  message: string,
): PreparedCall {
  return { ...call, run: () => Promise.resolve({ outcome, content: asError(message) }) };
}

function noApproval(name: string): HermesError {
  return new HermesError(`The tool ${name} needs approval, and nobody can give it: pass approve.`, {
    code: 'invalid_options',
    path: 'approve',
  });
}

function asError(message: string): string {
  return JSON.stringify({ error: message });
}
