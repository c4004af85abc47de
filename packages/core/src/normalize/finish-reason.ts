/** The words of hosts for the reasons that the API knows. */
const KNOWN: Readonly<Record<string, string>> = {
  end_turn: 'stop',
  eos: 'stop',
  eos_token: 'stop',
  stop_sequence: 'stop',
  max_tokens: 'length',
  function_call: 'tool_calls',
  tool_use: 'tool_calls',
};

/**
 * Why an answer ended, in the API's words; a word that is not known stays as it is, and what is no word
 * is no reason.
 *
 * @param hasTextCalls A host that did not see the calls in the text takes them for the end of it.
 */
export function finishReason(wire: unknown, hasTextCalls: boolean): string | null {
  if (typeof wire !== 'string' || wire === '') return null;
  const reason = Object.hasOwn(KNOWN, wire) ? (KNOWN[wire] as string) : wire;
  return reason === 'stop' && hasTextCalls ? 'tool_calls' : reason;
}
