import type { HostName } from '@hermes4/node';
import type { Parameter, ParameterKind } from '../parameters/parameter.ts';
import { parameters } from '../parameters/parameters.generated.ts';
import {
  type Read,
  readBoolean,
  readNumber,
  readOneOf,
  readText,
  readTexts,
  Unexpected,
} from './readers.ts';
import type { Setting } from './setting.ts';

/** What happens to the model's thoughts. */
export type ReasoningMode = (typeof REASONING_MODES)[number];

/** The words for it; `auto` shows them to a person who looks on. */
export const REASONING_MODES = ['auto', 'show', 'hide', 'only', 'off'] as const;

/** The hosts that have a profile; a test holds the list against the profiles. */
export const HOST_NAMES: readonly HostName[] = [
  'aimlapi',
  'openrouter',
  'nous',
  'nebius',
  'chutes',
  'vllm',
  'local',
];

/** The values of each kind of parameter. */
interface ValueOf {
  number: number;
  integer: number;
  boolean: boolean;
  texts: string[];
}

/** The parameters of a call, by their names on the wire. */
export type ParameterValues = {
  [Name in keyof typeof parameters]: ValueOf[(typeof parameters)[Name]['kind']];
};

/** What can be set, and to what: named as flags are, without the dashes. */
export type SettingValues = {
  host: HostName;
  'base-url': string;
  model: string;
  'key-file': string;
  'key-cmd': string;
  reasoning: ReasoningMode;
  markdown: boolean;
  history: boolean;
  timeout: number;
  retries: number;
  'max-cost': number;
  'max-total-tokens': number;
} & { [Name in keyof ParameterValues as FlagName<Name>]: ParameterValues[Name] };

/** Whatever can be set. */
export type SettingName = keyof SettingValues;

/** A parameter's name as a flag spells it. */
export type FlagName<Name extends string> = Name extends `${infer Head}_${infer Tail}`
  ? `${Head}-${FlagName<Tail>}`
  : Name;

const READERS: Record<ParameterKind, (parameter: Parameter) => Read<unknown>> = {
  number: readNumber,
  integer: (bounds) => readNumber({ ...bounds, isWhole: true }),
  boolean: () => readBoolean,
  texts: () => readTexts,
};

/** Everything that can be set, in the order in which it is listed. */
export const settings: { readonly [Name in SettingName]: Setting<SettingValues[Name]> } = {
  host: {
    description: `who is asked: ${HOST_NAMES.join(', ')}`,
    read: readOneOf(HOST_NAMES),
    choices: HOST_NAMES,
    env: 'HERMES4_HOST',
  },
  'base-url': {
    description: 'where the API begins, version included',
    read: readAddress,
    env: 'HERMES4_BASE_URL',
  },
  model: { description: 'the model that is asked', read: readText, env: 'HERMES4_MODEL' },
  'key-file': {
    description: 'a file that holds the key and nothing else',
    read: readText,
    env: 'HERMES4_KEY_FILE',
    isPersonal: true,
  },
  'key-cmd': {
    description: "a command that prints the key, such as a password manager's",
    read: readText,
    env: 'HERMES4_KEY_CMD',
    isPersonal: true,
  },
  reasoning: {
    description: 'what happens to thoughts: auto, show, hide, only; off asks for none',
    read: readOneOf(REASONING_MODES),
    choices: REASONING_MODES,
    env: 'HERMES4_REASONING',
  },
  markdown: {
    description: 'whether answers on a terminal are set as Markdown',
    read: readBoolean,
    env: 'HERMES4_MARKDOWN',
  },
  history: {
    description: 'whether exchanges are kept',
    read: readBoolean,
    env: 'HERMES4_HISTORY',
    isPersonal: true,
  },
  timeout: {
    description: 'the most seconds that a call may take',
    read: readNumber({ minimum: 0.001 }),
    env: 'HERMES4_TIMEOUT',
  },
  retries: {
    description: 'how often a failed attempt is followed by another',
    read: readNumber({ isWhole: true, minimum: 0 }),
    env: 'HERMES4_RETRIES',
  },
  'max-cost': {
    description: 'the most US dollars that all calls of a command may cost',
    read: readNumber({ minimum: 0 }),
    env: 'HERMES4_MAX_COST',
    isPersonal: true,
  },
  'max-total-tokens': {
    description: 'the most tokens, prompts included, that all of them may take',
    read: readNumber({ isWhole: true, minimum: 0 }),
    env: 'HERMES4_MAX_TOTAL_TOKENS',
    isPersonal: true,
  },
  ...parameterSettings(),
};

/** Their names. */
export const settingNames: readonly SettingName[] = Object.keys(settings) as SettingName[];

/** A parameter's name as flags and files spell it. */
export function flagOf<Name extends string>(parameter: Name): FlagName<Name> {
  return parameter.replaceAll('_', '-') as FlagName<Name>;
}

type ParameterSettings = {
  readonly [Name in keyof ParameterValues as FlagName<Name>]: Setting<ParameterValues[Name]>;
};

function parameterSettings(): ParameterSettings {
  return Object.fromEntries(
    Object.entries<Parameter>(parameters).map(([name, parameter]) => [
      flagOf(name),
      {
        description: parameter.description.replace(/^[A-Z]/, (letter) => letter.toLowerCase()),
        read: READERS[parameter.kind](parameter),
      },
    ]),
  ) as unknown as ParameterSettings;
}

function readAddress(given: unknown): string {
  const text = readText(given);
  if (/^https?:/i.test(text) && URL.canParse(text)) return text;
  throw new Unexpected('an address that begins with https:// or http://', given);
}
