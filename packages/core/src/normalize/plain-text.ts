type Fields = Record<string, unknown>;

/**
 * Whether a chunk brings nothing but text, in the normal form: what most chunks are. Spelled out,
 * because this is asked of every chunk, and looking fields up by computed names would cost more than all
 * the rest of the room.
 */
export function isPlainText(value: unknown): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const { choices, error, object, usage } = value as Fields;
  if (!Array.isArray(choices) || choices.length !== 1) return false;
  if (error || object === 'error' || !isNothing(usage)) return false;
  const choice: unknown = choices[0];
  if (typeof choice !== 'object' || choice === null) return false;
  const { index, delta, finish_reason, error: choiceError } = choice as Fields;
  if (index !== 0 || !isNothing(finish_reason) || choiceError) return false;
  if (typeof delta !== 'object' || delta === null || Array.isArray(delta)) return false;
  return typeof (delta as Fields)['content'] === 'string' && hasOnlyText(delta as Fields);
}

/** Whether a delta tells of no reasoning and no calls. */
export function hasOnlyText(delta: Fields): boolean {
  return (
    isNothing(delta['reasoning_content']) &&
    isNothing(delta['reasoning']) &&
    isNothing(delta['reasoning_details']) &&
    isNothing(delta['thinking']) &&
    isNothing(delta['tool_calls']) &&
    isNothing(delta['function_call']) &&
    !Array.isArray(delta['content'])
  );
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null;
}
