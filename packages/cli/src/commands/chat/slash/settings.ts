import { isOneSlipAway } from '../../../choose-command.ts';
import { UsageError } from '../../../failure.ts';
import type { Client } from '../../../open-client.ts';
import { parameters } from '../../../parameters/parameters.generated.ts';
import {
  flagOf,
  type ParameterValues,
  REASONING_MODES,
  type ReasoningMode,
  type SettingName,
  settings,
} from '../../../settings/settings.ts';
import { fold } from '../../../terminal/fold.ts';
import type { ChatState } from '../state.ts';
import type { Talk } from '../take-turn.ts';
import type { Slash } from './slash.ts';

const NONE = '-';
const names = (Object.keys(parameters) as (keyof ParameterValues)[]).map(flagOf);

/** What the conversation is set up with. */
export const settingSlashes: readonly Slash[] = [
  {
    name: 'system',
    operands: '[text]',
    summary: 'show, or set, how the model is to behave; - takes it away',
    run(operand, state, { context }) {
      if (operand === '') show(context, state.conversation.system ?? 'there is no system text');
      else {
        const system = operand === NONE ? undefined : operand;
        state.conversation = { ...state.conversation, system };
      }
      return 'prompt';
    },
  },
  {
    name: 'model',
    operands: '[id]',
    summary: 'show, or choose, the model',
    run(operand, state, talk) {
      if (operand === '') show(talk.context, modelOf(state, talk.client));
      else state.overrides = { ...state.overrides, model: operand };
      return 'prompt';
    },
  },
  {
    name: 'set',
    operands: '[name value]',
    summary: 'show, or set, a parameter such as temperature; - takes it away',
    complete: () => names,
    run(operand, state, talk) {
      const [name = '', ...rest] = operand.split(/\s+/);
      if (name === '') show(talk.context, parametersText(state, talk));
      else setParameter(name.replaceAll('_', '-'), rest.join(' '), state, talk);
      return 'prompt';
    },
  },
  {
    name: 'reasoning',
    operands: '[mode]',
    summary: `show, or choose, what happens to thoughts: ${REASONING_MODES.join(', ')}`,
    complete: () => REASONING_MODES,
    run(operand, state, { context }) {
      if (operand === '') show(context, state.reasoning ?? 'as the host decides');
      else state.reasoning = readMode(operand);
      return 'prompt';
    },
  },
];

/** The model that is asked next. */
export function modelOf({ overrides }: ChatState, { target }: Pick<Client, 'target'>): string {
  return overrides.model ?? target?.model ?? 'the simulator';
}

function setParameter(name: string, value: string, state: ChatState, talk: Talk): void {
  if (!isParameter(name)) {
    const meant = names.find((one) => isOneSlipAway(name, one));
    throw new UsageError(
      `There is no parameter ${name}. ${meant === undefined ? `There are ${names.join(', ')}.` : `Did you mean ${meant}?`}`,
    );
  }
  if (value === '') {
    show(
      talk.context,
      `${name}: ${String(state.overrides[name] ?? talk.settings.get(name) ?? 'not set')}`,
    );
    return;
  }
  try {
    const read = value === NONE ? undefined : settings[name].read(value);
    state.overrides = { ...state.overrides, [name]: read };
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message}`);
  }
}

function parametersText({ overrides }: ChatState, talk: Talk): string {
  const lines = names
    .map((name) => [name, overrides[name] ?? talk.settings.get(name)] as const)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${String(value)}`);
  return lines.join('\n') || 'no parameter is set';
}

function readMode(text: string): ReasoningMode {
  try {
    return settings.reasoning.read(text);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function isParameter(name: string): name is (typeof names)[number] & SettingName {
  return (names as readonly string[]).includes(name);
}

function show({ io }: Talk['context'], text: string): void {
  io.stdout.write(fold(`${text}\n`, io.stdout));
}
