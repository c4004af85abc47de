import { excerpt } from '../primitives/excerpt.ts';
import { isRecord } from '../primitives/is-record.ts';
import { memberTexts } from './member-texts.ts';
import type { Found, TextCall } from './piece.ts';
import { pythonAsJson } from './python-as-json.ts';

/**
 * Reads the object between the tags of a call. What cannot be read, or names a tool that was not
 * offered, stays text and is reported: it must never run.
 *
 * @param body The object, without its tags.
 * @param raw The call as it came, tags included.
 * @param tools The names of the tools that were offered; with none, any name will do.
 */
export function readCall(body: string, raw: string, tools: readonly string[]): Found[] {
  const call = parseCall(body, 'inline') ?? parseCall(pythonAsJson(body), 'recovered');
  if (!call) return invalidCall(raw);
  if (tools.length === 0 || tools.includes(call.name)) return [{ kind: 'call', call }];
  const message = `The model called ${excerpt(call.name)}, which is none of its tools. The call was left in the text.`;
  return keptAsText('unknown_tool', message, raw);
}

/** What becomes of a call that cannot be read. */
export function invalidCall(raw: string): Found[] {
  const message =
    'The model wrote a tool call that cannot be read: it needs an object with `name` and `arguments`. It was left in the text.';
  return keptAsText('invalid_tool_call', message, raw);
}

function keptAsText(
  code: 'unknown_tool' | 'invalid_tool_call',
  message: string,
  raw: string,
): Found[] {
  return [
    { kind: 'text', text: raw },
    { kind: 'warning', warning: { code, message, raw } },
  ];
}

function parseCall(json: string, origin: TextCall['origin']): TextCall | undefined {
  const value = parse(json);
  if (!isRecord(value)) return undefined;
  const { name } = value;
  if (typeof name !== 'string' || name === '') return undefined;
  const texts = memberTexts(json);
  return { name, arguments: argumentsOf(value, texts), origin };
}

/** The model's own text, not a rewritten one: numbers too large for us stay what they are. */
function argumentsOf(value: Record<string, unknown>, texts: ReadonlyMap<string, string>): string {
  const key = (value['arguments'] ?? null) === null ? 'parameters' : 'arguments';
  const given = value[key] ?? '';
  if (typeof given !== 'string') return texts.get(key) ?? '{}';
  if (given.trim() === '') return '{}';
  // An object that was encoded once too often.
  return isRecord(parse(given)) ? given : JSON.stringify(given);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
