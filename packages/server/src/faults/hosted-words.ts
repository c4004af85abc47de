/** What the hosted API says to each status (its pages of errors by status). */
const WORDS: Readonly<Record<number, string>> = {
  400: 'Body validation error!',
  401: 'This request requires a valid API key. You can create a new API key on the Billing page: https://aimlapi.com/app/keys',
  403: "You've run out of credits. Please top up your balance or update your payment method to continue: https://aimlapi.com/app/billing/",
  404: 'Not Found',
  408: 'Request Timeout',
  409: 'Conflict',
  429: 'Too Many Requests',
  500: 'Something wrong with the server. Please, try again later.',
  502: 'Bad Gateway',
  503: 'Service unavailable',
  504: 'Generation timeout',
};

/** The hosted API's words for a status. */
export function hostedWords(status: number): string {
  return WORDS[status] ?? (status < 500 ? 'Bad Request' : 'Internal server error');
}
