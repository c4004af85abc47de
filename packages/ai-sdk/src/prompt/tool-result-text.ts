import type { LanguageModelV4ToolResultOutput } from '@ai-sdk/provider';
import type { CallWarning } from '../answer/parts.ts';

type Piece = Extract<LanguageModelV4ToolResultOutput, { type: 'content' }>['value'][number];

/**
 * A tool's result as the text that the model reads. Failures are told as `{"error": …}`, as the client's own
 * tool runner does.
 *
 * @param warn Is told of what is no text.
 */
export function toolResultText(
  output: LanguageModelV4ToolResultOutput,
  warn: (warning: CallWarning) => void,
): string {
  switch (output.type) {
    case 'text':
      return output.value;
    case 'json':
      return JSON.stringify(output.value);
    case 'error-text':
    case 'error-json':
      return JSON.stringify({ error: output.value });
    case 'execution-denied':
      return JSON.stringify({ error: output.reason ?? 'The user did not approve this call.' });
    case 'content':
      return output.value.map((piece) => pieceText(piece, warn)).join('\n');
  }
}

function pieceText(piece: Piece, warn: (warning: CallWarning) => void): string {
  if (piece.type === 'text') return piece.text;
  if (piece.type === 'file' && piece.data.type === 'text') return piece.data.text;
  const what = piece.type === 'file' ? piece.mediaType : 'custom content';
  const details =
    'The model reads text alone as the result of a tool; it is told what was left out.';
  warn({ type: 'unsupported', feature: `${what} in a tool result`, details });
  return `[${what} was left out: only text can be read here]`;
}
