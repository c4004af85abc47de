const LONGEST_QUOTE = 120;

/** The model's special tokens, which would mean something if they stood in an answer as they are. */
const TAG = /<(\/?(?:think|tool_call|tool_response|tools)|\|\w+\|)>/g;

/** A text in quotation marks, on one line and cut short, with nothing in it that a reader would take for a tag. */
export function quote(text: string): string {
  const characters = Array.from(harmless(text).replace(/\s+/g, ' ').trim());
  const isLong = characters.length > LONGEST_QUOTE;
  return `“${isLong ? `${characters.slice(0, LONGEST_QUOTE).join('')}…` : characters.join('')}”`;
}

/** The text with its tags written as what they are not. */
export function harmless(text: string): string {
  return text.replace(TAG, '‹$1›');
}
