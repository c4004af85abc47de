import { describeRequest, type RecordedRequest, secretsOf } from '@hermes4/core/internal';

/** What a `fetch` was asked, as a cassette holds it. */
export interface DescribedCall {
  readonly asked: RecordedRequest;
  /** Words that must not be recorded. */
  readonly hidden: readonly string[];
}

/** Describes a call; whoever records and whoever plays use it, so that they cannot disagree. */
export async function describeCall(
  input: string,
  init: RequestInit | undefined,
  secrets: readonly string[],
): Promise<DescribedCall> {
  const request = new Request(input, init);
  const { method, headers } = request;
  const { pathname, search } = new URL(request.url);
  const hidden = [...secrets, ...secretsOf(headers)];
  const text = await request.text();
  return {
    asked: describeRequest({ method, path: pathname + search, headers, text }, hidden),
    hidden,
  };
}
