/** What the site says about an error. */
export interface Page {
  /** In one sentence. */
  readonly summary: string;
  /** Markdown. */
  readonly text: string;
}
