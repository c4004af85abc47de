import { type HostName, hostProfiles } from '@hermes4/core';

/** Who answers what runs in this page. */
export type Connection = InPage | OwnKey;

/** The local server, inside the page: no key, no network. */
export interface InPage {
  readonly kind: 'in-page';
}

/** One host, with the reader's own key. */
export interface OwnKey {
  readonly kind: 'own-key';
  readonly host: HostName;
  /** Where its API begins. Nothing is sent anywhere else. */
  readonly baseURL: string;
  readonly apiKey: string;
}

export const IN_PAGE: InPage = { kind: 'in-page' };

/** The hosts that can be chosen; the local one is a server on the reader's machine. */
export const HOSTS = Object.keys(hostProfiles) as HostName[];

/** What is wrong with what was typed in, or nothing. */
export function faultOf({ host, baseURL, apiKey }: Omit<OwnKey, 'kind'>): string | undefined {
  if (!URL.canParse(baseURL) || !/^https?:$/.test(new URL(baseURL).protocol)) {
    return 'The address has to be one of the web, such as https://api.aimlapi.com/v1.';
  }
  const { protocol, hostname } = new URL(baseURL);
  if (protocol === 'http:' && !isLoopback(hostname)) {
    return 'A key may not travel in the clear: use https://, or an address of this machine.';
  }
  if (apiKey.trim() === '' && hostProfiles[host].apiKeyEnv !== undefined) {
    return `${hostProfiles[host].name} wants a key.`;
  }
  if (!/^[\x21-\x7e]*$/.test(apiKey.trim())) {
    return 'The key has a character in it that no key has. Copy it once more.';
  }
  return undefined;
}

function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
