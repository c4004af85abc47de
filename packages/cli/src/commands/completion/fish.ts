import type { Flag, Place, Word } from './places.ts';

/** Lines that tell fish of each word. */
export function fishScript(places: readonly Place[]): string {
  const lines = places.flatMap((place) => {
    const isHere = conditionOf(place);
    return [
      ...place.commands.map((word) => commandLine(word, isHere)),
      ...place.operands.map((name) => commandLine({ name, summary: '' }, isHere)),
      ...place.options.map((flag) => flagLine(flag, isHere)),
    ];
  });
  return `# hermes4 for fish: save this as ~/.config/fish/completions/hermes4.fish
complete -c hermes4 -f
${lines.join('\n')}
`;
}

/** Whether what was typed leads to a place and not further. */
function conditionOf({ path, commands }: Place): string {
  const seen = path
    .split('/')
    .filter((name) => name !== '')
    .map((name) => `__fish_seen_subcommand_from ${name}`);
  const further = commands.map(({ name }) => name).join(' ');
  return [...seen, ...(further === '' ? [] : [`not __fish_seen_subcommand_from ${further}`])].join(
    '; and ',
  );
}

function commandLine({ name, summary }: Word, condition: string): string {
  return `complete -c hermes4 -n ${quoted(condition)} -a ${quoted(name)}${summary === '' ? '' : ` -d ${quoted(summary)}`}`;
}

function flagLine({ name, short, summary, value }: Flag, condition: string): string {
  const names = `-l ${name.slice(2)}${short === undefined ? '' : ` -s ${short.slice(1)}`}`;
  const takes = {
    nothing: '',
    anything: ' -x',
    file: ' -r -F',
    choices: typeof value === 'string' ? '' : ` -x -a ${quoted(value.join(' '))}`,
  }[typeof value === 'string' ? value : 'choices'];
  return `complete -c hermes4 -n ${quoted(condition)} ${names}${takes} -d ${quoted(summary)}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
