import { isRecord } from '../primitives/is-record.ts';

/** What a field that should be text says: its own text, or that of its parts. */
export interface WireText {
  text: string;
  reasoning: string;
}

/** Reads text that may have come as a list of parts; what is neither says nothing. */
export function wireText(value: unknown): WireText {
  const said = { text: '', reasoning: '' };
  if (typeof value === 'string') said.text = value;
  if (!Array.isArray(value)) return said;
  for (const part of value as unknown[]) {
    if (typeof part === 'string') said.text += part;
    else if (isRecord(part)) addPart(said, part);
  }
  return said;
}

function addPart(said: WireText, { type, text, thinking }: Record<string, unknown>): void {
  const isThought = type === 'thinking' || type === 'reasoning';
  const own = wireText(isThought ? (thinking ?? text) : text);
  said[isThought ? 'reasoning' : 'text'] += own.text;
}

/** The reasoning that `reasoning_details` tell in words; what is encrypted tells none. */
export function detailsText(details: unknown): string {
  if (!Array.isArray(details)) return '';
  return details
    .filter(isRecord)
    .map(({ text, summary }) => wireText(text ?? summary).text)
    .join('');
}

/** Whether a field can be read as text, even if it holds none. */
export function isText(value: unknown): boolean {
  return typeof value === 'string' || Array.isArray(value);
}
