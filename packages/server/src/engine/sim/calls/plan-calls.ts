import type { WireChatRequest } from '@hermes4/core/internal';
import { Refusal } from '../../../refusal.ts';
import { suggestFromWords, type Words } from '../fill/suggest-from-words.ts';
import { instancesOf } from '../json/instances.ts';
import { isSame, type JsonObject } from '../json/json.ts';
import type { Schema } from '../json/schema.ts';
import { glanceAt } from '../words/glance.ts';
import { textOf } from '../words/message-text.ts';
import { type AnsweredCall, answeredCalls } from './answered-calls.ts';
import type { PlannedCall } from './call.ts';
import { fitOf, type Match, matchTools, type Tool } from './match-tools.ts';
import { spreadOver } from './spread.ts';

type ToolChoice = NonNullable<WireChatRequest['tool_choice']>;

/** More calls than this in one turn help nobody. */
const MOST_CALLS = 16;

/**
 * Decides which tools to call, and with what: those that the last question speaks of, the one that
 * `tool_choice` names, or at least one when it is `required`. Once tools have answered, it lets their
 * results stand, and it never makes a call again that was answered.
 *
 * @throws Refusal 400 when a call is demanded and there is none left to make.
 */
export function planCalls(request: WireChatRequest): readonly PlannedCall[] {
  const { messages, tools = [], tool_choice = 'auto', parallel_tool_calls = true } = request;
  const last = messages.findLastIndex(({ role }) => role === 'user');
  const question = messages[last];
  const context = {
    tools,
    whole: question ? glanceAt(textOf(question)) : '',
    answered: answeredCalls(messages),
  };
  const hasGoneOn = messages
    .slice(last + 1)
    .some(({ role }) => role === 'assistant' || role === 'tool');
  const calls = choose(tool_choice, hasGoneOn, context);
  return calls.slice(0, parallel_tool_calls ? MOST_CALLS : 1);
}

/** What calls are made from. */
interface Context {
  readonly tools: readonly Tool[];
  /** The last question. */
  readonly whole: string;
  readonly answered: readonly AnsweredCall[];
}

function choose(choice: ToolChoice, hasGoneOn: boolean, context: Context): readonly PlannedCall[] {
  const { tools, whole, answered } = context;
  if (choice === 'none' || (choice === 'auto' && hasGoneOn)) return [];
  const matches = matchTools(whole, tools);
  if (choice === 'auto') return callsOf(matches, context);
  const wanted = choice === 'required' ? tools : [named(choice.function.name, tools)];
  const spoken = callsOf(
    matches.filter(({ tool }) => wanted.includes(tool)),
    context,
  );
  if (spoken.length > 0) return spoken;
  const ranked = [...wanted].sort((a, b) => fitOf(whole, b) - fitOf(whole, a));
  for (const tool of ranked) {
    const [call] = callsOf([{ tool, text: whole }], context);
    if (call) return [call];
  }
  throw nothingLeft(choice, answered.length > 0);
}

function named(name: string, tools: readonly Tool[]): Tool {
  const tool = tools.find((candidate) => candidate.function.name === name);
  if (tool) return tool;
  const shown = JSON.stringify(name).slice(0, 80);
  throw new Refusal(
    400,
    `tool_choice.function.name: expected the name of one of the tools, received ${shown}.`,
  );
}

/** For each tool one call, or one for each of several things that were named. */
function callsOf(matches: readonly Match[], { whole, tools, answered }: Context): PlannedCall[] {
  const wanted = matches.flatMap(({ tool, text }) =>
    spreadOver(tool.function.parameters, { text, whole, isLoose: true }).map((words) => ({
      tool,
      words,
    })),
  );
  return wanted.slice(0, MOST_CALLS).flatMap(({ tool, words }) => {
    const { name, parameters } = tool.function;
    const path = `tools[${tools.indexOf(tool)}].function.parameters`;
    const instances = argumentsFor(parameters as Schema, words, path).filter(
      (one) => !answered.some((call) => call.name === name && isSame(call.arguments, one)),
    );
    return instances.length > 0 ? [{ name, arguments: instances }] : [];
  });
}

function argumentsFor(schema: Schema, words: Words, path: string): readonly JsonObject[] {
  const suggest = suggestFromWords(words);
  return instancesOf(schema, {
    path,
    suggest,
    isSparing: true,
    isObject: true,
  }) as readonly JsonObject[];
}

function nothingLeft(choice: ToolChoice, isAnswered: boolean): Refusal {
  const wanted = typeof choice === 'object' ? `a call of ${choice.function.name}` : 'a call';
  return new Refusal(
    400,
    isAnswered
      ? `tool_choice: demands ${wanted}, but the tools have answered every call that the simulator would make; use "auto" to hear what it makes of the results.`
      : `tool_choice: demands ${wanted}, but there are no tools.`,
  );
}
