import type { CompleteChatRequest, WireChatRequest } from '../model/chat-request.ts';
import type { HostProfile } from '../model/host-profile.ts';
import type { Warning } from '../model/warning.ts';
import { compileReasoning } from './compile-reasoning.ts';
import { promptTools } from './prompt-tools.ts';
import { replayReasoning } from './replay-reasoning.ts';

/** Says a request in the words of one host: what it has no parameter for goes into the prompt. */
export function compileForHost(
  { reasoning, ...request }: CompleteChatRequest,
  host: HostProfile,
  warn: (warning: Warning) => void,
): WireChatRequest {
  const replayed = replayReasoning(request, reasoning, host);
  const tooled = host.tools === 'prompt' ? promptTools(replayed) : replayed;
  return spellTokenLimit(compileReasoning(tooled, reasoning, host, warn), host);
}

/** Hosts that know the limit by one name ignore the other in silence. */
function spellTokenLimit(request: WireChatRequest, { tokenLimit }: HostProfile): WireChatRequest {
  if (tokenLimit === undefined) return request;
  const { max_tokens, max_completion_tokens, ...rest } = request;
  const limit = max_completion_tokens ?? max_tokens;
  return limit === undefined ? request : { ...rest, [tokenLimit]: limit };
}
