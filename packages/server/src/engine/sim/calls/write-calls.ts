import { choice, type Piece } from '../grammar/piece.ts';
import { writeJson } from '../json/json.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { PlannedCall } from './call.ts';

/** Writes calls as the model does, each in its tags; what is open in their arguments stays a choice. */
export function writeCalls(calls: readonly PlannedCall[], { tokensOf }: Vocabulary): Piece[] {
  return calls.flatMap((call, index) => [
    text(`${index === 0 ? '' : '\n'}<tool_call>\n{"name": ${writeJson(call.name)}, "arguments": `),
    choice(call.arguments.map((given) => [text(writeJson(given))])),
    text('}\n</tool_call>'),
  ]);

  function text(written: string): Piece {
    return { tokens: tokensOf(written) };
  }
}
