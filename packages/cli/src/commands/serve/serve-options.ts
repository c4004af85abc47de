import type { DialectName, TimingName } from '@hermes4/server';

/** What `--engine` takes. */
export type EngineName = 'sim' | 'relay' | 'replay' | 'gguf';

/** What `hermes4 serve` can be told, besides what is a setting. */
export interface ServeOptions {
  readonly port: number;
  readonly bind: string;
  readonly engine: EngineName;
  readonly cassette?: string;
  readonly record?: 'misses' | 'all';
  readonly upstreams?: string;
  readonly repair?: true;
  readonly modelFile?: string;
  readonly parallel?: number;
  readonly contextTokens?: number;
  readonly threads?: number;
  readonly cpu?: true;
  readonly dialect?: DialectName;
  readonly timing?: TimingName;
  readonly tokensPerSecond?: number;
  readonly seed?: number;
  readonly keysFile?: string;
  readonly adminKeyFile?: string;
  readonly allowAnonymous?: true;
  readonly allowOrigin?: readonly string[];
  readonly account?: true;
  readonly resume?: true;
  readonly faults?: string;
  readonly faultHeader?: true;
  readonly maxTokens?: number;
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly concurrent?: number;
  readonly usdPerDay?: number;
  /** `true` takes the address from the environment. */
  readonly redis?: string | true;
  readonly redisFailure?: 'refuse' | 'allow';
}
