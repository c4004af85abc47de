import { type Call, contentOf } from '../request.ts';
import { shell } from './literals.ts';

/** The command asks one question: of a conversation, it is the last. */
export function writeCli({ messages, params, reasoning, tools, schema }: Call): string {
  const system = messages.find(({ role }) => role === 'system');
  const questions = messages.filter(({ role }) => role === 'user');
  const question = contentOf(questions.at(-1));
  const options = [
    ...(system === undefined ? [] : [`--system ${shell(contentOf(system))}`]),
    ...Object.entries(params).map(([name, value]) => `--${name.replaceAll('_', '-')}=${value}`),
    ...(reasoning ? ['--reasoning'] : []),
    ...(schema ? [`--schema ${shell(JSON.stringify(schema))}`] : []),
  ];
  const notes = [
    ...(questions.length > 1
      ? ['# The command asks one question; `hermes4 chat` holds a conversation.']
      : []),
    ...(tools.length > 0 ? ['# The command runs no tools of your own.'] : []),
  ];
  // Behind `--`, a question may begin with a dash.
  const command = ['npx @hermes4/cli ask', ...options, `-- ${shell(question)}`].join(' \\\n  ');
  return `${[...notes, command].join('\n')}\n`;
}
