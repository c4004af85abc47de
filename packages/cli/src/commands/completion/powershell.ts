import { namesOf, type Place } from './places.ts';

/** A block that PowerShell calls for each Tab. */
export function powershellScript(places: readonly Place[]): string {
  return `# hermes4 for PowerShell: put this into $PROFILE
Register-ArgumentCompleter -Native -CommandName hermes4 -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $words = @{
${places.map(wordEntry).join('\n')}
  }
  $values = @{
${places.flatMap(valueEntries).join('\n')}
  }
  $at = ''
  $prev = ''
  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {
    if ($element.Extent.EndOffset -ge $cursorPosition) { break }
    $prev = $element.ToString()
    if ($words.ContainsKey("$at/$prev")) { $at = "$at/$prev" }
  }
  $known = $values["\${at}:$prev"]
  if ($null -eq $known) { $known = $words[$at] }
  $known | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

function wordEntry({ path, commands, options, operands }: Place): string {
  const words = [...commands.map(({ name }) => name), ...operands, ...options.flatMap(namesOf)];
  return `    '${path}' = @(${words.map((word) => `'${word}'`).join(', ')})`;
}

function valueEntries({ path, options }: Place): string[] {
  return options.flatMap((flag) => {
    if (typeof flag.value === 'string') return [];
    const words = flag.value.map((word) => `'${word}'`).join(', ');
    return namesOf(flag).map((name) => `    '${path}:${name}' = @(${words})`);
  });
}
