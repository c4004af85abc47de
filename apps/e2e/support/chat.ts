import { openHost } from './hosts.ts';
import { HERMES4 } from './paths.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** Opens a terminal with a conversation in it, which asks a host of its own. */
export async function openChat(
  host: Parameters<typeof openHost>[0],
  { args = [], ...options }: TerminalOptions & { readonly args?: readonly string[] } = {},
): Promise<Terminal> {
  const { baseURL } = await openHost(host);
  const env = { AIMLAPI_BASE_URL: baseURL, NODE_NO_WARNINGS: '1' };
  const terminal = openTerminal([...HERMES4, ...args], {
    ...options,
    env: { ...env, ...options.env },
  });
  await terminal.sees('Ctrl-D to leave');
  await terminal.sees(/^> ?$/m);
  return terminal;
}

/** What stands on a screen; a free port is another one each time. */
export function withoutPorts(text: string): string {
  return text.replace(/127\.0\.0\.1:\d+/g, '127.0.0.1:0');
}
