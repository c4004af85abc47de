import { createHermes, type HermesError, isHermesError } from '@hermes4/node';

const hermes = createHermes({
  maxRetries: 2, // busy hosts and broken connections are tried again by themselves
  timeout: { total: 60_000 },
});

try {
  await hermes.chat.completions.create({
    messages: [{ role: 'user', content: 'Hello' }],
    top_p: 2, // out of bounds, so nothing is sent
  });
} catch (error) {
  if (!isHermesError(error)) throw error;
  console.log(adviceFor(error));
}

/** The codes never change, so they can be told apart. */
function adviceFor({ code, message, requestId, retryAfterMs }: HermesError): string {
  switch (code) {
    case 'invalid_request':
      return `Correct the request. ${message}`;
    case 'missing_api_key':
    case 'unauthorized':
      return `Look at the key. ${message}`;
    case 'rate_limited':
      return `Ask again in ${(retryAfterMs ?? 60_000) / 1000} s.`;
    default:
      return `${message} Quote ${requestId ?? 'the time'} to the host's support.`;
  }
}
