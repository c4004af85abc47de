import type { GoOnOptions } from '../../talk/earlier.ts';

/** What `hermes4 chat` can be told, besides what is a setting. */
export interface ChatOptions extends GoOnOptions {
  readonly system?: string;
  readonly open?: string;
  readonly local?: true;
}
