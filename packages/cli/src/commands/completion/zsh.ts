import { namesOf, type Place, type Word } from './places.ts';

/** A function that zsh calls for each Tab. */
export function zshScript(places: readonly Place[]): string {
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  return `#compdef hermes4
# hermes4 for zsh: save this as _hermes4 in a folder of fpath, or source it after compinit
_hermes4() {
  local at='' word prev=$words[CURRENT-1]
  local -a choices
  for word in $words[2,CURRENT-1]; do
    case "$at/$word" in
      (${paths.join('|')}) at="$at/$word" ;;
    esac
  done
  case "$at:$prev" in
${places.flatMap(valueCases).join('\n')}
  esac
  case "$at" in
${places.map(wordCase).join('\n')}
  esac
  _describe 'hermes4' choices
}
if [[ $funcstack[1] == _hermes4 ]]; then
  _hermes4 "$@"
else
  compdef _hermes4 hermes4
fi
`;
}

function valueCases({ path, options }: Place): string[] {
  return options
    .filter(({ value }) => value !== 'nothing')
    .map((flag) => {
      const at = namesOf(flag)
        .map((name) => `'${path}:${name}'`)
        .join('|');
      if (flag.value === 'anything') return `    (${at}) return ;;`;
      const words =
        flag.value === 'file'
          ? '_files'
          : `compadd -- ${(flag.value as readonly string[]).join(' ')}`;
      return `    (${at}) ${words}; return ;;`;
    });
}

function wordCase({ path, commands, options, operands }: Place): string {
  const words = [
    ...commands.map(described),
    ...operands.map((name) => described({ name, summary: '' })),
    ...options.map(described),
  ];
  return `    ('${path}') choices=(${words.join(' ')}) ;;`;
}

function described({ name, summary }: Word): string {
  const text = summary === '' ? name : `${name}:${summary.replaceAll(':', '\\:')}`;
  return `'${text.replaceAll("'", "'\\''")}'`;
}
