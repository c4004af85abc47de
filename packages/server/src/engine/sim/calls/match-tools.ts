import type { WireChatRequest } from '@hermes4/core/internal';
import { formulasIn } from '../fill/formulas.ts';
import { isList, isObject, type Json } from '../json/json.ts';
import { topicsOf } from '../words/words.ts';

/** A tool that the caller offers. */
export type Tool = NonNullable<WireChatRequest['tools']>[number];

/** A tool that was spoken of, and the words that spoke of it. */
export interface Match {
  readonly tool: Tool;
  readonly text: string;
}

/** What a word says of a tool, by where the tool has it. */
const WEIGHTS = { name: 3, value: 2, parameter: 1, description: 1 };
/** A word of the name, a value that only it takes, or two words of what is written about it. */
const ENOUGH = 2;

const CLAUSE_END =
  /[.;!?](?=\s|$)|\n|,?\s+(?:and|then|also|as well as|plus|or)\s+|,\s+(?![A-Z]{2}\b)/i;

/**
 * Finds the tools that a text speaks of, in its order. The text is taken clause by clause, so that "the
 * weather in Paris and the time in Tokyo" gives each tool its own city; a clause that names no tool
 * belongs to the one before it. Within a clause a word calls one tool, the one it fits best.
 */
export function matchTools(text: string, tools: readonly Tool[]): Match[] {
  const vocabularies = tools.map((tool) => ({ tool, weights: weigh(tool) }));
  const clauses = text.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
  const called = clauses.map((clause) => calledBy(clause, vocabularies));
  const whole = called.every((found) => found.length === 0) ? calledBy(text, vocabularies) : [];
  const texts = new Map<Tool, string[]>(whole.map((tool) => [tool, [text]]));

  let current = called.find((found) => found.length > 0) ?? [];
  for (const [index, clause] of clauses.entries()) {
    const found = called[index] ?? [];
    if (found.length > 0) current = found;
    for (const tool of current) texts.set(tool, [...(texts.get(tool) ?? []), clause.trim()]);
  }
  return [...texts].map(([tool, parts]) => ({ tool, text: parts.join(', ') }));
}

/** How well a text fits a tool. */
export function fitOf(text: string, tool: Tool): number {
  const weights = weigh(tool);
  return subjectsOf(text).reduce((sum, topic) => sum + (weights.get(topic) ?? 0), 0);
}

function calledBy(
  clause: string,
  vocabularies: readonly { tool: Tool; weights: ReadonlyMap<string, number> }[],
): Tool[] {
  const topics = subjectsOf(clause);
  const verbatim = vocabularies.filter(({ tool }) => names(clause, tool)).map(({ tool }) => tool);
  if (verbatim.length > 0) return verbatim;
  const claimed = new Set<string>();
  const fit = (weights: ReadonlyMap<string, number>): number =>
    topics.reduce((sum, topic) => sum + (claimed.has(topic) ? 0 : (weights.get(topic) ?? 0)), 0);
  const ranked = [...vocabularies].sort((a, b) => fit(b.weights) - fit(a.weights));
  return ranked.flatMap(({ tool, weights }) => {
    if (fit(weights) < ENOUGH) return [];
    for (const topic of topics) if (weights.has(topic)) claimed.add(topic);
    return [tool];
  });
}

/** What a text is about, also where it does not say so: a sum asks to be calculated. */
function subjectsOf(text: string): string[] {
  const signs = [
    ...(formulasIn(text).length > 0 ? ['expression', 'math', 'calculate', 'calculator'] : []),
    ...(/\S@\S/.test(text) ? ['email'] : []),
    ...(/\bhttps?:/.test(text) ? ['url'] : []),
  ];
  return [...new Set([...topicsOf(text), ...signs])];
}

/** Whether a text has the tool's name as it is written. */
function names(text: string, tool: Tool): boolean {
  const { name } = tool.function;
  const at = text.indexOf(name);
  if (at === -1 || name.length < 2) return false;
  const around = `${text.charAt(at - 1)}${text.charAt(at + name.length)}`;
  return /[_\d-]|\p{Ll}\p{Lu}/u.test(name) && !/[\p{L}\p{N}_]/u.test(around);
}

function weigh({
  function: { name, description = '', parameters },
}: Tool): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const properties = isObject(parameters) ? parameters['properties'] : undefined;
  add(description, WEIGHTS.description);
  for (const [parameter, schema] of Object.entries(isObject(properties) ? properties : {})) {
    add(parameter, WEIGHTS.parameter);
    if (!isObject(schema)) continue;
    if (typeof schema['description'] === 'string') add(schema['description'], WEIGHTS.parameter);
    for (const value of listed(schema['enum'])) add(value, WEIGHTS.value);
  }
  add(name, WEIGHTS.name);
  return weights;

  function add(text: string, weight: number): void {
    for (const topic of topicsOf(text))
      weights.set(topic, Math.max(weight, weights.get(topic) ?? 0));
  }
}

function listed(values: Json | undefined): string[] {
  return isList(values) ? values.filter((value) => typeof value === 'string') : [];
}
