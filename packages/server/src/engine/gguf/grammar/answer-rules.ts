import { isRecord, type WireChatRequest } from '@hermes4/core/internal';
import { literal, noneOf, oneOf, type Rules, repeat, rule, type Sequence } from './grammar.ts';
import type { RuleBook } from './rule-book.ts';
import { createSchemaRules } from './schema-rules.ts';

type Tools = NonNullable<WireChatRequest['tools']>;

const CLOSE = '</think>';

/**
 * The rules that a whole answer follows: JSON where `response_format` asks for it, calls where `tool_choice` does; `undefined`
 * where an answer is free.
 *
 * @param thinking Whether the answer begins with thoughts: in tags of its own, or `opened` by the prompt.
 * @throws Refusal 400 when a schema cannot be kept.
 */
export function answerRules(
  request: WireChatRequest,
  thinking: false | 'own' | 'opened',
): Rules | undefined {
  const book = calledFor(request) ?? formatOf(request);
  if (!book) return undefined;
  if (thinking === false) book.set('root', [[rule('space'), rule('answer')]]);
  else {
    addThoughts(book);
    const opening = literal(thinking === 'own' ? '<think>' : '');
    book.set('root', [[...opening, rule('thought'), repeat('blank', 0, 4), rule('answer')]]);
  }
  return book.rules;
}

/** Anything up to the closing tag: one rule for each letter of it that has been read. */
function addThoughts(book: RuleBook): void {
  book.set('blank', [[oneOf(' \n')]]);
  book.set('thought', [[rule('thought 0')]]);
  Array.from(CLOSE).forEach((letter, read) => {
    const next = read + 1 === CLOSE.length ? [] : [rule(`thought ${read + 1}`)];
    book.set(`thought ${read}`, [
      [oneOf(letter), ...next],
      ...(letter === '<' ? [] : [[oneOf('<'), rule('thought 1')]]),
      [noneOf(letter === '<' ? '<' : `<${letter}`), rule('thought 0')],
    ]);
  });
}

function formatOf({ response_format }: WireChatRequest): RuleBook | undefined {
  if (response_format?.type === 'json_object') {
    const book = createSchemaRules(undefined);
    book.set('answer', [[rule('object')]]);
    return book;
  }
  if (response_format?.type !== 'json_schema') return undefined;
  const { schema } = response_format.json_schema;
  const book = createSchemaRules(schema);
  book.set('answer', [[rule(book.schema(schema, 'response_format.json_schema.schema'))]]);
  return book;
}

function calledFor(request: WireChatRequest): RuleBook | undefined {
  const { tools = [], tool_choice, parallel_tool_calls } = request;
  if (tools.length === 0 || (tool_choice !== 'required' && typeof tool_choice !== 'object')) {
    return undefined;
  }
  const book = createSchemaRules(undefined);
  const calls = tools.flatMap((tool, index) => {
    const isMeant = tool_choice === 'required' || tool.function.name === tool_choice.function.name;
    return isMeant ? [callOf(tool, `tools[${index}].function`, book)] : [];
  });
  book.set('call', calls);
  book.set('next-call', [[...literal('\n'), rule('call')]]);
  const isOne = parallel_tool_calls === false || tool_choice !== 'required';
  book.set('answer', [[rule('call'), ...(isOne ? [] : [repeat('next-call', 0, 15)])]]);
  return book;
}

function callOf(
  { function: { name, parameters, strict } }: Tools[number],
  path: string,
  book: RuleBook,
): Sequence {
  const json = JSON.stringify(name);
  return [
    ...literal(`<tool_call>\n{"name": ${json}, "arguments": `),
    rule(argumentsRule(parameters, strict === true, `${path}.parameters`, book)),
    ...literal('}\n</tool_call>'),
  ];
}

/** Arguments need not keep to a schema unless they are asked to, so one that cannot be kept is no reason to refuse. */
function argumentsRule(
  parameters: unknown,
  isStrict: boolean,
  path: string,
  book: RuleBook,
): string {
  if (!isRecord(parameters)) return 'object';
  try {
    const own = createSchemaRules(parameters);
    const name = own.schema(parameters, path);
    for (const [key, sequences] of own.rules) book.set(key, sequences);
    return name;
  } catch (error) {
    if (isStrict) throw error;
    return 'object';
  }
}
