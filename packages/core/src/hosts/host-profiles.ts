import type { HostName, HostProfile } from '../model/host-profile.ts';
import { aimlapi } from './aimlapi.ts';

const ROUTER_PARAMETERS = [
  'include_reasoning',
  'models',
  'plugins',
  'provider',
  'reasoning',
  'reasoning_effort',
  'route',
  'transforms',
  'usage',
  'user',
] as const;

const VLLM_PARAMETERS = [
  'add_generation_prompt',
  'chat_template_kwargs',
  'continue_final_message',
  'guided_choice',
  'guided_grammar',
  'guided_json',
  'guided_regex',
  'ignore_eos',
  'include_reasoning',
  'length_penalty',
  'logit_bias',
  'min_tokens',
  'n',
  'prompt_logprobs',
  'skip_special_tokens',
  'stop_token_ids',
  'structured_outputs',
  'user',
] as const;

/**
 * What each host is known to understand. Where nobody has seen a host take a parameter, its profile asks
 * in the prompt, which the model itself understands.
 */
export const hostProfiles: Readonly<Record<HostName, HostProfile>> = {
  aimlapi,
  openrouter: {
    name: 'OpenRouter',
    baseURL: 'https://openrouter.ai/api/v1',
    apiKeyEnv: 'OPENROUTER_API_KEY',
    model: 'nousresearch/hermes-4-405b',
    reasoning: 'parameter',
    // Sending `tools` gets a 404: no endpoint of this model supports them.
    tools: 'prompt',
    schemas: 'json_object',
    extraParameters: ROUTER_PARAMETERS,
  },
  nous: {
    name: 'Nous Portal',
    baseURL: 'https://inference-api.nousresearch.com/v1',
    apiKeyEnv: 'NOUS_API_KEY',
    model: 'nousresearch/hermes-4-405b',
    reasoning: 'prompt',
    tools: 'prompt',
    schemas: 'prompt',
  },
  nebius: {
    name: 'Nebius Token Factory',
    baseURL: 'https://api.tokenfactory.nebius.com/v1',
    apiKeyEnv: 'NEBIUS_API_KEY',
    model: 'NousResearch/Hermes-4-405B',
    reasoning: 'prompt',
    tools: 'native',
    schemas: 'json_schema',
  },
  chutes: {
    name: 'Chutes',
    baseURL: 'https://llm.chutes.ai/v1',
    apiKeyEnv: 'CHUTES_API_KEY',
    model: 'NousResearch/Hermes-4-405B-FP8',
    reasoning: 'prompt',
    tools: 'prompt',
    schemas: 'json_object',
  },
  vllm: {
    name: 'vLLM',
    baseURL: 'http://localhost:8000/v1',
    model: 'NousResearch/Hermes-4-405B-FP8',
    reasoning: 'template',
    tools: 'native',
    schemas: 'json_schema',
    extraParameters: VLLM_PARAMETERS,
  },
  local: {
    name: 'the local server',
    baseURL: 'http://127.0.0.1:4405/v1',
    model: 'nousresearch/hermes-4-405b',
    reasoning: 'template',
    tools: 'native',
    schemas: 'json_schema',
    extraParameters: ['chat_template_kwargs'],
  },
};
