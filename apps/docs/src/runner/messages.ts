/** What the page tells the sandbox: one program to run, and who answers it. */
export interface Job {
  /** JavaScript with `require`, as `compile()` makes it. */
  readonly code: string;
  /** What the program is called in the places of its errors. */
  readonly file: string;
  /** The files that it can read, by their names. */
  readonly beside: Readonly<Record<string, string>>;
  /** What `process.env` holds. No key is ever in it. */
  readonly env: Readonly<Record<string, string>>;
  /** Packages beside those of the toolkit: their names, and the programs that define them. */
  readonly packages: Readonly<Record<string, string>>;
  /** Whether requests are answered by the local server in the sandbox, or handed to the page. */
  readonly answeredBy: 'sandbox' | 'page';
}

/** What the sandbox tells the page. */
export type FromSandbox =
  | { readonly type: 'output'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly type: 'failed'; readonly message: string; readonly line?: number | undefined }
  | { readonly type: 'done' }
  | ({ readonly type: 'fetch'; readonly id: number } & AskedRequest)
  | { readonly type: 'abort'; readonly id: number };

/** A request that the page is asked to send. */
export interface AskedRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string | undefined;
}

/** What the page tells of a request that it sent. */
export type FromPage =
  | {
      readonly type: 'head';
      readonly id: number;
      readonly status: number;
      readonly headers: readonly (readonly [string, string])[];
    }
  | { readonly type: 'bytes'; readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly type: 'end'; readonly id: number }
  | { readonly type: 'error'; readonly id: number; readonly message: string };
