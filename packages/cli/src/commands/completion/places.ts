import type { Argument, Command, Option } from 'commander';
import { isSettingName } from '../../settings/resolve-settings.ts';
import { settings } from '../../settings/settings.ts';

/** A place in a command line, and what may stand there. */
export interface Place {
  /** The commands that lead there: empty at the top, `/history/list` within. */
  readonly path: string;
  readonly commands: readonly Word[];
  readonly options: readonly Flag[];
  /** The words that its operands are chosen from, if they are. */
  readonly operands: readonly string[];
}

/** A word and what it is for. */
export interface Word {
  readonly name: string;
  readonly summary: string;
}

/** An option, under each of its names. */
export interface Flag extends Word {
  readonly short: string | undefined;
  /** What follows it. */
  readonly value: 'nothing' | 'anything' | 'file' | readonly string[];
}

/** Every place of a command line, from the top down. */
export function placesOf(command: Command, path = '', inherited: readonly Flag[] = []): Place[] {
  const own = command.options.filter(({ hidden }) => !hidden).map(flagOf);
  const options = [...own, ...inherited];
  const commands = command.commands.map((one) => ({
    name: one.name(),
    summary: one.summary() || one.description(),
  }));
  const operands = command.registeredArguments.flatMap((one: Argument) => one.argChoices ?? []);
  const help: Flag = { name: '--help', short: '-h', summary: 'show help', value: 'nothing' };
  const here = { path, commands, options: [...options, help], operands };
  // The version is asked of the program alone.
  const passedOn = options.filter(({ name }) => name !== '--version');
  return [
    here,
    ...command.commands.flatMap((one) => placesOf(one, `${path}/${one.name()}`, passedOn)),
  ];
}

function flagOf(option: Option): Flag {
  const { long, short, description } = option;
  const summary = description.replace(/\s+/g, ' ');
  const value = valueOf(option);
  return { name: long ?? short ?? '', short: long ? short : undefined, summary, value };
}

function valueOf({ long, argChoices, flags }: Option): Flag['value'] {
  if (!/[<[]/.test(flags)) return 'nothing';
  const name = long?.slice(2) ?? '';
  const choices = argChoices ?? (isSettingName(name) ? settings[name].choices : undefined);
  return choices ?? (/[<[](?:file|path)/.test(flags) ? 'file' : 'anything');
}

/** The names under which a flag is given. */
export function namesOf({ name, short }: Flag): string[] {
  return short === undefined ? [name] : [name, short];
}
