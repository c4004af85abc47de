import type { WireChatRequest } from '@hermes4/core/internal';
import type { Route } from '../call.ts';
import { renderPrompt } from './render-prompt.ts';
import { wantsThinking } from './wants-thinking.ts';

/** What the preview has to know of an engine. */
export interface PromptReader {
  readonly tokenCounts: 'exact' | 'estimated';
  countTokens(text: string): number;
  renderPrompt?(request: WireChatRequest, thinking: boolean): string;
}

/** What the preview answers with. */
export interface PromptPreview {
  /** The exact text that the engine would continue. */
  readonly prompt: string;
  /** How many tokens it takes. */
  readonly tokens: number;
  /** Whether that was counted with the model's own tokenizer or is a rule of thumb. */
  readonly usage: 'exact' | 'estimated';
}

/**
 * `POST /apply-template`, named as in llama.cpp: takes the body of a chat call and gives back the prompt
 * that it would become, and calls nothing.
 *
 * @param engine Whose template and tokenizer count.
 * @param readRequest Reads and checks the body, as for a chat call.
 */
export function createPreviewRoute(
  engine: PromptReader,
  readRequest: (request: Request) => Promise<WireChatRequest>,
): Route {
  return {
    method: 'POST',
    path: '/apply-template',
    handle: async ({ request, identity }) => {
      const preview = previewPrompt(engine, await readRequest(request));
      return Response.json(preview, { headers: identity.headers });
    },
  };
}

function previewPrompt(engine: PromptReader, request: WireChatRequest): PromptPreview {
  const prompt = engine.renderPrompt?.(request, wantsThinking(request)) ?? renderPrompt(request);
  return { prompt, tokens: engine.countTokens(prompt), usage: engine.tokenCounts };
}
