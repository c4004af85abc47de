import type { Context } from '../../command.ts';
import { UsageError } from '../../failure.ts';
import { findKey } from '../../keys/find-key.ts';
import { openKeyStore, type StoredKey } from '../../keys/key-store.ts';
import { readSecret } from '../../keys/read-secret.ts';
import { type Target, targetOf } from '../../target.ts';
import { confirm } from '../../terminal/confirm.ts';
import { printJson, printTable, printText } from '../../terminal/print.ts';

/** What `hermes4 keys status` can be told. */
export interface StatusOptions {
  readonly json?: true;
}

/** What `hermes4 keys remove` can be told. */
export interface RemoveOptions {
  readonly all?: true;
  readonly yes?: true;
}

/** `hermes4 keys set` */
export async function setKey(context: Context): Promise<void> {
  const { origin } = await chosenByPerson(context);
  const key = await readSecret(`Key for ${origin} (it is not shown): `, context);
  assertKey(key);
  const { place, path, why } = await openKeyStore(context.io).set(origin, key);
  context.say(
    place === 'keychain'
      ? `the key for ${origin} is in the system's keychain`
      : `the key for ${origin} is in ${path}, which you alone can read (the system's keychain cannot be used: ${why ?? ''})`,
  );
}

/** `hermes4 keys status` */
export async function printKeyStatus({ json }: StatusOptions, context: Context): Promise<void> {
  const { io } = context;
  const settings = await context.settings();
  const { origin, apiKeyEnv = null } = targetOf(settings, io.env);
  const found = await findKey(targetOf(settings, io.env), settings, io);
  const stored = await openKeyStore(io).list();
  if (json) {
    return printJson(context, {
      used: {
        origin,
        from: found?.from ?? null,
        prefix: prefixOf(found?.key) ?? null,
        variable: apiKeyEnv,
      },
      stored,
    });
  }
  await printText(context, found ? usedLine(origin, found) : missingLine(origin, apiKeyEnv));
  if (stored.length === 0) return;
  await printText(context, '\n');
  await printTable(
    context,
    [
      { heading: 'STORED FOR', cell: ({ origin }: StoredKey) => origin },
      { heading: 'IN', cell: placeOf, isFlexible: true },
    ],
    stored,
  );
  for (const { path } of stored.filter(({ isExposed }) => isExposed)) {
    context.say(`others can read ${path}. Take that away: chmod 600 ${path}`);
  }
}

/** `hermes4 keys remove` */
export async function removeKeys({ all, yes }: RemoveOptions, context: Context): Promise<void> {
  const store = openKeyStore(context.io);
  const origins = all
    ? (await store.list()).map(({ origin }) => origin)
    : [targetOf(await context.settings(), context.io.env).origin];
  const held = (await Promise.all(origins.map((origin) => store.find(origin)))).filter(
    (one) => one !== undefined,
  );
  if (held.length === 0) {
    context.say(all ? 'no key is stored' : `no key is stored for ${origins.join()}`);
    return;
  }
  const names = held.map(({ origin }) => origin).join(', ');
  if (!(await confirm(`Forget the key for ${names}?`, yes, context))) return;
  for (const { origin } of held) await store.remove(origin);
  context.say(`forgot the key for ${names}`);
}

/**
 * A project's file must not talk anybody into giving it their key: for its address, the person says so in the
 * command itself.
 */
async function chosenByPerson(context: Context): Promise<Target> {
  const settings = await context.settings();
  const target = targetOf(settings, context.io.env);
  const host = settings.find('host');
  const place = target.source === 'project' ? settings.find('base-url')?.place : host?.place;
  if (target.source !== 'project' && host?.source !== 'project') return target;
  throw new UsageError(
    `${place ?? 'The project'} chose ${target.origin}. If the key is to be sent there, say so: hermes4 keys set --base-url ${target.baseURL}`,
  );
}

function assertKey(key: string): void {
  if (/^[!-~]+$/.test(key)) return;
  throw new UsageError(
    'This is no key: expected one line of visible ASCII characters without blanks.',
  );
}

/** The name that the hosted API itself gives a key in public: its first 8 characters. */
function prefixOf(key = ''): string | undefined {
  return key.length >= 24 ? key.slice(0, 8) : undefined;
}

function usedLine(origin: string, { key, from }: { key: string; from: string }): string {
  const prefix = prefixOf(key);
  return `The key for ${origin} comes from ${from}${prefix ? `; it begins with ${prefix}` : ''}.\n`;
}

function missingLine(origin: string, variable: string | null): string {
  return `There is no key for ${origin}. Store one with hermes4 keys set${variable ? `, or set ${variable}` : ''}.\n`;
}

function placeOf({ place, path }: StoredKey): string {
  return place === 'keychain' ? "the system's keychain" : path;
}
