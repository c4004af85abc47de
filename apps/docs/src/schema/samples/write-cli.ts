import { shell } from '../../playground/code/literals.ts';
import type { Operation, Request, Value } from '../field.ts';
import { askWords } from './ask-words.ts';

/** What the command line can say of a request. */
export interface CommandSample {
  /** The command, if there is one. */
  readonly code?: string;
  /** What there is no command or no option for. */
  readonly words?: string;
}

/** A command that asks an operation. */
export interface Command {
  /** What stands first, with what has no value. */
  readonly start: string;
  /** How parameters are said; `undefined` where a value cannot be. What is not listed has no option. */
  readonly options: Readonly<Record<string, (value: Value) => string | undefined>>;
}

/** There is none for the account's keys: the command line has one key, which it uses. */
const NO_COMMAND: Readonly<Record<string, string>> = {
  getCurrentKey: 'No command prints the key; `npx @hermes4/cli doctor` says whether it works.',
  listKeys: 'The command line does not manage the account’s keys.',
  createKey:
    'The command line makes no keys; `npx @hermes4/cli keys set` stores one that was made.',
  updateKey: 'The command line does not manage the account’s keys.',
  deleteKey:
    'The command line deletes no keys; `npx @hermes4/cli keys remove` only forgets the one that it stored.',
  getBillingDetail: 'No command says who pays; `npx @hermes4/cli balance` says what is left.',
};

const WINDOW: Command['options'] = {
  period: (value) => option('since', value),
  start: (value) => option('start', value),
  end: (value) => option('end', value),
  key_prefix: (value) => option('key-prefix', value),
};

const COMMANDS: Readonly<Record<string, Command>> = {
  listModels: { start: 'models', options: { id: single(argument), include: () => '' } },
  retrieveModel: {
    start: 'models --json',
    options: { id: argument, include: () => '', details: () => '' },
  },
  getModelMetrics: { start: 'models --speed', options: { aliases: single(argument) } },
  getBalance: { start: 'balance', options: {} },
  listTransactions: {
    start: 'balance --ledger',
    options: { limit: (value) => option('limit', value) },
  },
  getUsage: { start: 'usage', options: WINDOW },
  getUsageDetail: {
    start: 'usage',
    options: {
      ...WINDOW,
      group_by: (value) => option('by', value),
      tz: (value) => option('tz', value),
    },
  },
  listLogs: {
    start: 'logs',
    options: {
      ...WINDOW,
      model: single((value) => option('of', value)),
      status: single((value) => option('status', value)),
      limit: (value) => option('limit', value),
    },
  },
};

/** The command that asks the same, or why there is none. */
export function writeCli({ id }: Pick<Operation, 'id'>, { values, body }: Request): CommandSample {
  const none = NO_COMMAND[id];
  if (none !== undefined) return { words: none };
  const { start, options } = COMMANDS[id] ?? { start: 'ask', options: {} };
  const said = Object.entries(values).map(([name, value]) => ({
    name,
    words: options[name]?.(value),
  }));
  const { words, unsaid } = body ? askWords(body) : { words: [], unsaid: [] };
  const missing = [
    ...said.filter((one) => one.words === undefined).map(({ name }) => name),
    ...unsaid,
  ];
  if (missing.length > 0)
    return { words: `The command line has no option for ${listed(missing)}.` };
  const all = [...said.map((one) => one.words ?? ''), ...words].filter((word) => word !== '');
  const line = `npx @hermes4/cli ${[start, ...all].join(' ')}`;
  return {
    code: `${line.length <= 80 ? line : [`npx @hermes4/cli ${start}`, ...all].join(' \\\n  ')}\n`,
  };
}

function option(name: string, value: Value): string {
  const text = String(value);
  return `--${name} ${/^[\w./,:@+-]+$/.test(text) ? text : shell(text)}`;
}

function argument(value: Value): string {
  const text = String(value);
  return /^[\w./,:@+-]+$/.test(text) ? text : shell(text);
}

/** The commands take one of what the API takes several of. */
function single(say: (value: Value) => string): (value: Value) => string | undefined {
  return (value) => {
    const [one, ...more] = [value].flat();
    return one === undefined || more.length > 0 ? undefined : say(one);
  };
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}
