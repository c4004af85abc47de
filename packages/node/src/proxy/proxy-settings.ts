import { invalidOption } from '../invalid-option.ts';
import { isLoopback } from '../loopback.ts';

/** Where requests go instead of straight to their host. */
export interface ProxySettings {
  /** The proxy for `http:` addresses; empty for none. */
  readonly httpProxy: string;
  /** The proxy for `https:` addresses; empty for the same one. */
  readonly httpsProxy: string;
  /** Hosts that are asked directly. */
  readonly noProxy: string;
}

type Environment = Readonly<Record<string, string | undefined>>;

const PROTOCOLS = ['http:', 'https:', 'socks5:'];
const LOOPBACK = 'localhost,127.0.0.1,[::1]';

/**
 * Reads the proxy variables, those in lower case first; `undefined` when requests to this address need
 * no proxy.
 *
 * @throws HermesError `invalid_options` that names the variable and never repeats its value, which may hold
 *   a password.
 */
export function proxySettings(baseURL: string, env: Environment): ProxySettings | undefined {
  // What is no address has a worse fault, and core names it.
  if (!URL.canParse(baseURL) || isLoopback(new URL(baseURL).hostname)) return undefined;
  const http = read(env, 'http_proxy') ?? read(env, 'all_proxy');
  const https = read(env, 'https_proxy') ?? read(env, 'all_proxy');
  const noProxy = read(env, 'no_proxy')?.value ?? '';
  if ((!http && !https) || noProxy === '*') return undefined;
  return {
    httpProxy: checked(http),
    httpsProxy: checked(https),
    noProxy: `${noProxy},${LOOPBACK}`,
  };
}

interface Variable {
  readonly name: string;
  readonly value: string;
}

function read(env: Environment, lowerCase: string): Variable | undefined {
  for (const name of [lowerCase, lowerCase.toUpperCase()]) {
    const value = env[name]?.trim();
    if (value) return { name, value };
  }
  return undefined;
}

function checked(variable: Variable | undefined): string {
  if (!variable) return '';
  const { name, value } = variable;
  if (!isProxy(value)) {
    throw invalidOption(
      name,
      `The variable ${name} cannot be used: expected the address of a proxy, such as http://proxy.example:8080 (http, https or socks5), its user and password percent-encoded. Correct or unset it, or give createHermes() a fetch of your own.`,
    );
  }
  return value;
}

function isProxy(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, username, password } = new URL(value);
  return PROTOCOLS.includes(protocol) && hostname !== '' && isEncoded(username + password);
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
