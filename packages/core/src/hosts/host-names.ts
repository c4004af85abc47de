import type { HostName } from '../model/host-profile.ts';

/** The hosts whose profiles are known, which are loaded only for those who ask one by its name. */
export const hostNames: readonly HostName[] = [
  'aimlapi',
  'openrouter',
  'nous',
  'nebius',
  'chutes',
  'vllm',
  'local',
];
