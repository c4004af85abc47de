import type { HostProfile } from '../model/host-profile.ts';

/** The hosted API, which is asked when nobody says whom to ask. */
export const aimlapi: HostProfile = {
  name: 'AI/ML API',
  baseURL: 'https://api.aimlapi.com/v1',
  apiKeyEnv: 'AIMLAPI_API_KEY',
  model: 'nousresearch/hermes-4-405b',
  // Its schema of this model has no reasoning parameter, and this model is not on its list for tools.
  reasoning: 'prompt',
  tools: 'prompt',
  schemas: 'json_object',
};
