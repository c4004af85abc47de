const LONGEST = 200;

/** A quoted, single-line beginning of foreign text, short enough for an error message. */
export function excerpt(text: string): string {
  const line = text
    .slice(0, LONGEST * 2)
    .replace(/\s+/g, ' ')
    .trim();
  return JSON.stringify(line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
}
