import type { GoOnOptions } from '../../talk/earlier.ts';

/** What `hermes4 ask` can be told, besides what is a setting. */
export interface AskOptions extends GoOnOptions {
  readonly system?: string;
  readonly template?: string;
  readonly param?: readonly string[];
  readonly attach?: readonly string[];
  readonly schema?: string;
  readonly json?: true;
  readonly jsonlEvents?: true;
  readonly extract?: true;
  readonly usage?: true;
  readonly dryRun?: true;
  readonly local?: true;
}
