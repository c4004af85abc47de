/** What `hermes4 chat` can be told, besides what is a setting. */
export interface ChatOptions {
  readonly system?: string;
  readonly open?: string;
  readonly local?: true;
}
