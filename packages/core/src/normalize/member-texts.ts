/**
 * The text of each member of a JSON object, as it was written.
 *
 * @param json Text that is known to be a JSON object.
 */
export function memberTexts(json: string): Map<string, string> {
  const texts = new Map<string, string>();
  let depth = 0;
  let start = 0;
  let key = '';
  for (let at = 0; at < json.length; at++) {
    const char = json[at];
    if (char === '"') at = stringEnd(json, at);
    else if (char === '{' || char === '[') {
      depth += 1;
      if (depth === 1) start = at + 1;
    } else if (depth === 1 && char === ':') {
      key = JSON.parse(json.slice(start, at)) as string;
      start = at + 1;
    } else if (depth === 1 && (char === ',' || char === '}')) {
      texts.set(key, json.slice(start, at).trim());
      start = at + 1;
    }
    if (char === '}' || char === ']') depth -= 1;
  }
  return texts;
}

function stringEnd(json: string, from: number): number {
  let at = from + 1;
  while (json[at] !== '"') at += json[at] === '\\' ? 2 : 1;
  return at;
}
