/** Tells whether a host name or address can only mean this machine. */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return (
    name === '::1' || /^(?:[a-z\d-]+\.)*localhost$/.test(name) || /^127(?:\.\d{1,3}){3}$/.test(name)
  );
}

/** The host name of a `Host` header, without its port. */
export function hostName(header: string): string {
  return header.replace(/:\d*$/, '');
}
