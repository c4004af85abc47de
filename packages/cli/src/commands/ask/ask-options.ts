/** What `hermes4 ask` can be told, besides what is a setting. */
export interface AskOptions {
  readonly system?: string;
  readonly attach?: readonly string[];
  readonly schema?: string;
  readonly json?: true;
  readonly jsonlEvents?: true;
  readonly extract?: true;
  readonly usage?: true;
  readonly dryRun?: true;
  readonly local?: true;
}
