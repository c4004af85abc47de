import { namesOf, type Place } from './places.ts';

/** A function that bash calls for each Tab. */
export function bashScript(places: readonly Place[]): string {
  const paths = places.filter(({ path }) => path !== '').map(({ path }) => `'${path}'`);
  return `# hermes4 for bash: put this into ~/.bashrc, or source it
_hermes4() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD-1]} at='' i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$at/\${COMP_WORDS[i]}" in
      ${paths.join(' | ')}) at="$at/\${COMP_WORDS[i]}" ;;
    esac
  done
  COMPREPLY=()
  case "$at:$prev" in
${places.flatMap(valueCases).join('\n')}
  esac
  case "$at" in
${places.map(wordCase).join('\n')}
  esac
}
complete -o bashdefault -o default -F _hermes4 hermes4
`;
}

function valueCases({ path, options }: Place): string[] {
  return options
    .filter(({ value }) => value !== 'nothing')
    .map((flag) => {
      const at = namesOf(flag)
        .map((name) => `'${path}:${name}'`)
        .join(' | ');
      if (flag.value === 'anything') return `    ${at}) return ;;`;
      const words =
        flag.value === 'file' ? '-f' : `-W '${(flag.value as readonly string[]).join(' ')}'`;
      return `    ${at}) COMPREPLY=($(compgen ${words} -- "$cur")); return ;;`;
    });
}

function wordCase({ path, commands, options, operands }: Place): string {
  const words = [...commands.map(({ name }) => name), ...operands, ...options.flatMap(namesOf)];
  return `    '${path}') COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur")) ;;`;
}
