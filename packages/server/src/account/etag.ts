/**
 * Sends a text as JSON with its `ETag`, or 304 without a body to who has it already.
 *
 * The form is the hosted API's: the length in hexadecimal and the SHA-1 of the text.
 */
export async function answerTagged(
  text: string,
  request: Request,
  headers: Readonly<Record<string, string>>,
): Promise<Response> {
  const bytes = new TextEncoder().encode(text);
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-1', bytes));
  const hash = btoa(String.fromCharCode(...digest)).slice(0, 27);
  const opaque = `"${bytes.length.toString(16)}-${hash}"`;
  const tagged = { ...headers, etag: `W/${opaque}` };
  if (isKnown(opaque, request.headers.get('if-none-match') ?? '')) {
    return new Response(null, { status: 304, headers: tagged });
  }
  return new Response(text, { headers: { ...tagged, 'content-type': 'application/json' } });
}

/** Tags are compared weakly, as HTTP has it for a GET. */
function isKnown(opaque: string, header: string): boolean {
  const tags = header.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.includes('*') || tags.includes(opaque);
}
