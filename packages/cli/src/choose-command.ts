import type { Command } from 'commander';
import { UsageError } from './failure.ts';
import type { Io } from './io.ts';

/**
 * Lets a flag whose value may be left out take one behind `=` alone. Else it would take the prompt that
 * follows: `--reasoning "Why?"`.
 */
export function withPresets(args: readonly string[], program: Command): string[] {
  const flags = [program, ...program.commands].flatMap(({ options }) => options);
  const presets = flags
    .filter(({ optional, presetArg }) => optional && presetArg !== undefined)
    .map(({ long, presetArg }) => [long, `${long ?? ''}=${String(presetArg)}`] as const);
  const known = new Map(presets);
  const end = args.indexOf('--');
  return args.map((arg, index) => (end !== -1 && index > end ? arg : (known.get(arg) ?? arg)));
}

/**
 * Puts in the command that the person left out: a prompt alone is asked, and nothing at all is the beginning of
 * a conversation, if there is somebody to have it with.
 *
 * @throws UsageError for one word that is a slip of the keyboard away from a command.
 */
export function chooseCommand(args: readonly string[], program: Command, io: Io): string[] {
  const { operands, unknown } = program.parseOptions([...args]);
  const [first] = operands;
  const names = [...program.commands.map((command) => command.name()), 'help'];
  if (first !== undefined && names.includes(first)) return [...args];
  if (first === undefined && ['-h', '--help'].includes(unknown[0] ?? '')) return [...args];
  if (first === undefined && unknown.length === 0) {
    return [io.stdin.isTTY && io.stdout.isTTY ? 'chat' : 'ask', ...args];
  }
  const meant = names.find((name) => first !== undefined && isOneSlipAway(first, name));
  if (meant === undefined) return ['ask', ...args];
  throw new UsageError(
    `unknown command '${first ?? ''}'. Did you mean ${meant}? To ask just that: hermes4 ask ${first ?? ''}`,
  );
}

/** Whether one letter was left out, added, replaced, or swapped with its neighbor. */
export function isOneSlipAway(typed: string, meant: string): boolean {
  if (typed.length < 3) return false;
  let same = 0;
  while (same < typed.length && typed[same] === meant[same]) same += 1;
  const [rest, wanted] = [typed.slice(same), meant.slice(same)];
  const isLeftOut = rest === wanted.slice(1);
  const isAdded = rest.slice(1) === wanted;
  const isReplaced = rest.slice(1) === wanted.slice(1);
  const isSwapped = `${rest.charAt(1)}${rest.charAt(0)}${rest.slice(2)}` === wanted;
  return rest !== wanted && (isLeftOut || isAdded || isReplaced || isSwapped);
}
