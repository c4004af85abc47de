import { NO_SETTINGS, type Settings } from './settings.ts';

const NAME = 'settings';

/** The part of an address behind `#` that opens the playground with these settings. It never reaches a server. */
export function toFragment(settings: Settings): string {
  const changed = Object.entries(settings).filter(
    ([name, value]) =>
      JSON.stringify(value) !== JSON.stringify(NO_SETTINGS[name as keyof Settings]),
  );
  if (changed.length === 0) return '';
  return `#${new URLSearchParams({ [NAME]: JSON.stringify(Object.fromEntries(changed)) })}`;
}

/**
 * The settings in an address; nothing when there are none. What is not of the right type is left out: anybody can
 * write a link.
 */
export function fromFragment(fragment: string): Settings | undefined {
  const text = new URLSearchParams(fragment.replace(/^#/, '')).get(NAME);
  if (text === null) return undefined;
  const told = parse(text);
  if (told === undefined) return undefined;
  const { system, prompt, params, reasoning, tools, schema } = told;
  return {
    system: typeof system === 'string' ? system : '',
    prompt: typeof prompt === 'string' ? prompt : '',
    params: numbersIn(params),
    reasoning: reasoning === true,
    tools: Array.isArray(tools) ? tools.filter((one) => typeof one === 'string') : [],
    schema: schemaText(schema),
  };
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function numbersIn(value: unknown): Record<string, number> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, number] => Number.isFinite(entry[1])),
  );
}

/** Examples give the schema as it is; the playground keeps it as text. */
function schemaText(value: unknown): string {
  if (typeof value === 'string') return value;
  return isRecord(value) ? JSON.stringify(value, null, 2) : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
