const LONGEST_EXCERPT = 120;
/** How much is looked at: a message may be as long as a book. */
const LONGEST_LOOK = 2_000;

/** The model's special tokens, which would mean something if they stood in an answer as they are. */
const TAG = /<(\/?(?:think|tool_call|tool_response|tools)|\|\w+\|)>/g;

/** The beginning of a text in quotation marks. */
export function quote(text: string): string {
  return `“${excerptOf(text)}”`;
}

/** The beginning of a text, on one line, with nothing in it that a reader would take for a tag. */
export function excerptOf(text: string): string {
  const look = text.slice(0, LONGEST_LOOK).replace(/[\ud800-\udbff]$/, '');
  const characters = Array.from(harmless(look).replace(/\s+/g, ' ').trim());
  const isWhole = characters.length <= LONGEST_EXCERPT && look.length === text.length;
  return isWhole ? characters.join('') : `${characters.slice(0, LONGEST_EXCERPT).join('')}…`;
}

/** The text with its tags written as what they are not. */
export function harmless(text: string): string {
  return text.replace(TAG, '‹$1›');
}
