import { UsageError } from '../failure.ts';
import type { Template } from './template.ts';

/** A template without blanks. */
export interface Filled {
  readonly system: string | undefined;
  readonly prompt: string;
}

const BLANK = /\{\{\s*(?<name>[\w-]+)\s*\}\}/gu;

/**
 * Fills the blanks of a template. What goes in is text: blanks in it stay as they are.
 *
 * @param values By the names of blanks.
 * @param input What was typed or piped in: for `{{input}}`, or else put behind the prompt.
 * @throws UsageError that names the blanks for which there is nothing, or the values for which there is no blank.
 */
export function fillTemplate(
  template: Template,
  values: Readonly<Record<string, string>>,
  input: string | undefined,
): Filled {
  const { place, system, prompt = '', defaults } = template;
  const blanks = blanksOf(template);
  const stray = Object.keys(values).filter((name) => !blanks.includes(name));
  if (stray.length > 0) {
    const there = blanks.length > 0 ? `Its blanks are ${blanks.join(', ')}.` : 'It has no blanks.';
    throw new UsageError(`${place} has no blank {{${stray.join('}}, {{')}}}. ${there}`);
  }
  const known = new Map(Object.entries({ ...defaults, ...values }));
  if (input !== undefined) known.set('input', input);
  const missing = blanks.filter((name) => !known.has(name));
  if (missing.includes('input')) {
    throw new UsageError(`${place} asks about something: pass it as an argument, or pipe it in.`);
  }
  if (missing.length > 0) {
    const flags = missing.map((name) => `-p ${name}=…`).join(' ');
    throw new UsageError(`${place} has blanks that nothing fills. Fill them with ${flags}`);
  }
  const fill = (text: string): string =>
    text.replace(BLANK, (_, name: string) => known.get(name) ?? '');
  const rest = input === undefined || blanks.includes('input') ? [] : [input];
  return {
    system: system === undefined ? undefined : fill(system),
    prompt: [...(prompt.trim() === '' ? [] : [fill(prompt).trimEnd()]), ...rest].join('\n\n'),
  };
}

/** The names of the blanks of a template, each once. */
export function blanksOf({ system = '', prompt = '' }: Template): string[] {
  const names = [...`${system}\n${prompt}`.matchAll(BLANK)].map(({ groups }) => groups?.['name']);
  return [...new Set(names.filter((name) => name !== undefined))];
}

/**
 * Reads what `-p` says: `name=value`, the value as it stands.
 *
 * @throws UsageError for what is no such thing.
 */
export function readBlanks(given: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    given.map((text) => {
      const { name, value } = /^(?<name>[\w-]+)=(?<value>.*)$/su.exec(text)?.groups ?? {};
      if (name !== undefined && value !== undefined) return [name, value];
      throw new UsageError(`-p: expected name=value, received ${JSON.stringify(text)}.`);
    }),
  );
}
