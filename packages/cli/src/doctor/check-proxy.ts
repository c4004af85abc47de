import type { Io } from '../io.ts';
import type { Target } from '../target.ts';
import type { Outcome } from './finding.ts';

/** Through what requests to the host go. The client is the one that decides; this tells what it read. */
export function checkProxy({ origin }: Target, env: Io['env']): Outcome {
  const scheme = origin.startsWith('http:') ? 'http' : 'https';
  const names = [`${scheme}_proxy`, 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
  const name = names.find((one) => env[one]?.trim());
  if (name === undefined)
    return { status: 'ok', summary: 'No proxy is set', facts: { proxy: null } };
  const proxy = withoutPassword(env[name] ?? '');
  const except = (env['no_proxy'] ?? env['NO_PROXY'])?.trim();
  return {
    status: 'ok',
    summary: `${name} names ${proxy}${except ? `, except for ${except}` : ''}`,
    facts: { proxy, variable: name, except: except ?? null },
  };
}

function withoutPassword(address: string): string {
  if (!URL.canParse(address)) return 'what is no address';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
