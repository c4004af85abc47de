import type { ErrorShape } from './fault.ts';

const MESSAGE = 'Something wrong with the server. Please, try again later.';

const BODIES: Readonly<Record<ErrorShape, unknown>> = {
  aimlapi: { error: { message: MESSAGE, code: 500 } },
  openrouter: {
    id: 'gen-0',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'nousresearch/hermes-4-405b',
    provider: 'Nebius',
    error: { code: 'server_error', message: MESSAGE, metadata: { error_type: 'server_error' } },
    choices: [{ index: 0, delta: { content: '' }, finish_reason: 'error' }],
  },
  vllm: { object: 'error', message: MESSAGE, type: 'InternalServerError', param: null, code: 500 },
};

/** The event by which a kind of host says that an answer has failed. */
export function errorEvent(shape: ErrorShape): string {
  return `data: ${JSON.stringify(BODIES[shape])}\n\n`;
}
