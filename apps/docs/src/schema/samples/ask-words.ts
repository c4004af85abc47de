import { shell } from '../../playground/code/literals.ts';
import type { Body } from '../field.ts';

/** What `hermes4 ask` has options for, besides the question. */
const PARAMETERS: readonly string[] = [
  'max_completion_tokens',
  'max_tokens',
  'temperature',
  'top_p',
  'top_k',
  'min_p',
  'top_a',
  'seed',
  'frequency_penalty',
  'presence_penalty',
  'repetition_penalty',
  'stop',
  'logprobs',
  'top_logprobs',
];

/** A body as the words behind `hermes4 ask`, and the members that it has no words for. */
export interface AskWords {
  readonly words: readonly string[];
  readonly unsaid: readonly string[];
}

/** The command always streams and counts, so what a body says of that need not be said. */
const OF_ITSELF: readonly string[] = ['stream', 'stream_options'];

/** Says a body as the command line does. */
export function askWords({ model, messages, ...rest }: Body): AskWords {
  const asked = questionOf(messages);
  const named = Object.entries(rest)
    .filter(([name, value]) => value !== null && !OF_ITSELF.includes(name))
    .map(([name, value]) => ({ name, words: wordsOf(name, value) }));
  const isDefault = model === undefined || model === 'nousresearch/hermes-4-405b';
  const unsaid = named.filter(({ words }) => words === undefined).map(({ name }) => name);
  if (!asked) return { words: [], unsaid: ['messages', ...unsaid] };
  return {
    words: [
      ...(isDefault
        ? []
        : [`--model ${shell(typeof model === 'string' ? model : JSON.stringify(model))}`]),
      ...(asked.system === undefined ? [] : [`--system ${shell(asked.system)}`]),
      ...named.flatMap(({ words = [] }) => words),
      // What was likely is seen only where the whole answer is printed.
      ...(rest['logprobs'] === true ? ['--json'] : []),
      // Behind `--`, a question may begin with a dash.
      `${asked.question.startsWith('-') ? '-- ' : ''}${shell(asked.question)}`,
    ],
    unsaid,
  };
}

/** One question, with or without a system prompt, is all that the command asks. */
function questionOf(messages: unknown): { system?: string; question: string } | undefined {
  if (!Array.isArray(messages)) return undefined;
  const told = messages as readonly { role?: unknown; content?: unknown }[];
  const [first, second, ...more] = told;
  if (more.length > 0 || told.some(({ content }) => typeof content !== 'string')) return undefined;
  const [system, question] = first?.role === 'system' ? [first, second] : [undefined, first];
  if (question?.role !== 'user' || (!system && second)) return undefined;
  return {
    ...(system && { system: system.content as string }),
    question: question.content as string,
  };
}

function wordsOf(name: string, value: unknown): string[] | undefined {
  if (name === 'response_format') return schemaOf(value);
  if (!PARAMETERS.includes(name)) return undefined;
  const flag = `--${name.replaceAll('_', '-')}`;
  if (value === true) return [flag];
  if (value === false) return [];
  const texts = [value].flat();
  if (texts.some((text) => typeof text !== 'string' && typeof text !== 'number')) return undefined;
  return texts.map((text) =>
    typeof text === 'number' ? `${flag}=${text}` : `${flag} ${shell(text as string)}`,
  );
}

function schemaOf(format: unknown): string[] | undefined {
  const { type, json_schema: named } = (format ?? {}) as {
    type?: unknown;
    json_schema?: { schema?: unknown };
  };
  if (type === 'text') return [];
  if (type !== 'json_schema' || named?.schema === undefined) return undefined;
  return [`--schema ${shell(JSON.stringify(named.schema))}`];
}
