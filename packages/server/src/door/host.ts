/** What a `Host` header names. */
export interface Host {
  /** In lower case, as a URL spells it, without the dot that may end it. */
  readonly name: string;
  /** Empty for the scheme's own. */
  readonly port: string;
}

/** A name or an address and perhaps a port: nothing that a URL would take for user, path or query. */
const AUTHORITY = /^(?:[^\s:/?#@\\[\]%]+|\[[\da-f:.]+\])(?::\d{0,5})?$/i;

/** Reads a `Host` header; `undefined` for what names no host. */
export function parseHost(header: string): Host | undefined {
  const address = `http://${header}`;
  if (!AUTHORITY.test(header) || !URL.canParse(address)) return undefined;
  const { hostname, port } = new URL(address);
  const name = hostname.replace(/\.$/, '');
  return name === '' ? undefined : { name, port };
}

/** Tells whether a host name or address can only mean this machine. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    name === '::1' || /^(?:[a-z\d-]+\.)*localhost$/.test(name) || /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}
