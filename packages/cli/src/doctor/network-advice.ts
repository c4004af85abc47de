import type { HermesError } from '@hermes4/node';

const BY_CAUSE: readonly (readonly [RegExp, (host: string) => string])[] = [
  [
    /ENOTFOUND|EAI_AGAIN/,
    (host) => `The name ${host} is not known here: check its spelling, the connection and DNS.`,
  ],
  [
    /ECONNREFUSED/,
    (host) => `Nothing listens at ${host}. Start the server that should: hermes4 serve`,
  ],
  [
    /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|altname/i,
    () =>
      'The certificate is not trusted. Behind a proxy that inspects traffic, name its certificate in NODE_EXTRA_CA_CERTS.',
  ],
  [
    /ECONNRESET|EPIPE|socket/i,
    () => 'The connection was cut: a firewall or a proxy may be in the way.',
  ],
  [
    /timed? ?out|ETIMEDOUT/i,
    () => 'No answer came in time: check the connection, HTTPS_PROXY and the firewall.',
  ],
];

/** What to do about a host that was not reached, by what lies beneath the error. */
export function adviceFor(error: HermesError, baseURL: string): string {
  const host = URL.canParse(baseURL) ? new URL(baseURL).host : baseURL;
  const beneath = causesOf(error).join(' ');
  const rule = BY_CAUSE.find(([words]) => words.test(beneath));
  return rule?.[1](host) ?? `Check the connection, and the address ${baseURL}.`;
}

function causesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const { code = '' } = error as NodeJS.ErrnoException;
  const inner = error instanceof AggregateError ? (error.errors as unknown[]) : [error.cause];
  return [`${code} ${error.message}`, ...inner.flatMap(causesOf)];
}
