import type { WireChatRequest } from '@hermes4/core/internal';
import { Refusal } from '../../../refusal.ts';
import { suggestFromWords, type Words } from '../fill/suggest-from-words.ts';
import { instancesOf } from '../json/instances.ts';
import { isSame, type JsonObject } from '../json/json.ts';
import type { Schema } from '../json/schema.ts';
import { textOf } from '../words/message-text.ts';
import { answeredCalls } from './answered-calls.ts';
import type { PlannedCall } from './call.ts';
import { fitOf, type Match, matchTools, type Tool } from './match-tools.ts';
import { spreadOver } from './spread.ts';

/**
 * Decides which tools to call, and with what: those that the last question speaks of, the one that
 * `tool_choice` names, or at least one when it is `required`. Once tools have answered, it lets their results stand, and it
 * never makes a call again that was answered.
 *
 * @throws Refusal 400 when a call is demanded and there is none left to make.
 */
export function planCalls(request: WireChatRequest): readonly PlannedCall[] {
  const { tools = [], tool_choice = 'auto', parallel_tool_calls = true } = request;
  if (tool_choice === 'none' || (tools.length === 0 && tool_choice === 'auto')) return [];
  const isForced = tool_choice !== 'auto';
  if (!isForced && request.messages.at(-1)?.role !== 'user') return [];
  const question = request.messages.findLast(({ role }) => role === 'user');
  const whole = question ? textOf(question) : '';
  const matches = isForced ? demanded(request, tools, whole) : matchTools(whole, tools);
  const answered = answeredCalls(request.messages);
  const calls = matches.flatMap((match) =>
    callsOf(match, { whole, path: pathOf(match.tool, tools) }, answered),
  );
  if (calls.length === 0 && isForced) throw nothingLeft(tool_choice, answered.length > 0);
  return parallel_tool_calls ? calls : calls.slice(0, 1);
}

function demanded(
  { tool_choice }: WireChatRequest,
  tools: readonly Tool[],
  whole: string,
): Match[] {
  if (typeof tool_choice === 'object') {
    const { name } = tool_choice.function;
    const tool = tools.find((candidate) => candidate.function.name === name);
    if (!tool)
      throw new Refusal(
        400,
        `tool_choice.function.name: expected the name of one of the tools, received ${JSON.stringify(name)}.`,
      );
    const text = matchTools(whole, tools).find((match) => match.tool === tool)?.text;
    return [{ tool, text: text ?? whole }];
  }
  const matches = matchTools(whole, tools);
  if (matches.length > 0) return matches;
  const ranked = [...tools].sort((a, b) => fitOf(whole, b) - fitOf(whole, a));
  return ranked.slice(0, 1).map((tool) => ({ tool, text: whole }));
}

/** One call, or one for each of several things that were named. */
function callsOf(
  { tool, text }: Match,
  { whole, path }: { whole: string; path: string },
  answered: readonly { name: string; arguments: unknown }[],
): PlannedCall[] {
  const { name, parameters } = tool.function;
  return spreadOver(parameters, { text, whole, isLoose: true }).flatMap((words) => {
    const instances = argumentsFor(parameters as Schema, words, path).filter(
      (one) =>
        !answered.some((call) => call.name === name && isSame(call.arguments as JsonObject, one)),
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

function pathOf(tool: Tool, tools: readonly Tool[]): string {
  return `tools[${tools.indexOf(tool)}].function.parameters`;
}

function nothingLeft(choice: WireChatRequest['tool_choice'], isAnswered: boolean): Refusal {
  const wanted = typeof choice === 'object' ? `a call of ${choice.function.name}` : 'a call';
  return new Refusal(
    400,
    isAnswered
      ? `tool_choice: demands ${wanted}, but the tools have answered every call that the simulator would make; use "auto" to hear what it makes of the results.`
      : `tool_choice: demands ${wanted}, but there are no tools.`,
  );
}
