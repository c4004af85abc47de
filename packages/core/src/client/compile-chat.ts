import { compileForHost } from '../encode/compile-for-host.ts';
import { HermesError } from '../errors/hermes-error.ts';
import type { CompleteChatRequest, WireChatRequest } from '../model/chat-request.ts';
import type { ToolMode } from '../model/client-options.ts';
import type { HostProfile } from '../model/host-profile.ts';
import { asReplayed } from '../request/as-replayed.ts';
import { completeTools } from '../request/complete-tools.ts';
import { validateRequest } from '../validate/validate-request.ts';
import type { ResolvedOptions } from './resolve-options.ts';

/**
 * Walks the row with a request that is more than text: made complete, checked, said in the host's words.
 *
 * @param callMode How the model is told of its tools in this call, whatever its client and its host's profile say.
 */
export function compileChat(
  given: CompleteChatRequest,
  profile: HostProfile,
  { strict, warn, toolMode }: Pick<ResolvedOptions, 'strict' | 'warn' | 'toolMode'>,
  callMode: ToolMode | undefined,
): WireChatRequest {
  const mode = [callMode, toolMode].find((one) => one && one !== 'auto');
  const host = mode ? { ...profile, tools: mode as HostProfile['tools'] } : profile;
  const request = completeTools({ ...given, messages: asReplayed(given.messages) });
  if (strict) validateRequest(request, host.extraParameters ?? [], warn);
  else if (!Array.isArray(request.messages)) throw noList();
  return compileForHost(request, host, warn);
}

/** What has to be said in the prompt needs a conversation to be said in, checked or not. */
function noList(): HermesError {
  return new HermesError('messages: expected an array of messages, also with strict: false.', {
    code: 'invalid_request',
    path: 'messages',
  });
}
