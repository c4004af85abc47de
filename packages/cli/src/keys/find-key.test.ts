import { describe, expect, it } from 'vitest';
import { useHome } from '../../test/home.ts';
import { fakeIo } from '../../test/terminal.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { targetOf } from '../target.ts';
import { findKey } from './find-key.ts';
import { openKeyStore } from './key-store.ts';

const place = useHome();
const USER = 'home/.config/hermes4/config.toml';
const PROJECT = 'project/hermes4.toml';

interface Situation {
  readonly flags?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly user?: string;
  readonly project?: string;
  readonly stored?: Readonly<Record<string, string>>;
}

/** What is sent, and where to. */
async function sent({
  flags = {},
  env = {},
  user,
  project,
  stored = {},
}: Situation): Promise<string> {
  if (user !== undefined) place.write(USER, user);
  if (project !== undefined) place.write(PROJECT, project);
  const io = fakeIo({ home: place.home, cwd: place.cwd, env });
  const store = openKeyStore(io, () => Promise.resolve(undefined));
  for (const [origin, key] of Object.entries(stored)) await store.set(origin, key);
  const settings = await loadSettings(flags, io);
  const target = targetOf(settings, io.env);
  const found = await findKey(target, settings, io);
  return `${found?.key ?? 'nothing'} to ${target.origin}`;
}

const AIML = 'https://api.aimlapi.com';
const EVIL = 'https://evil.example';

describe('the key', () => {
  it('is that of a file, before the environment, a command and the store', async () => {
    const path = place.write('key.txt', ' from-file \n');
    const all = {
      env: { AIMLAPI_API_KEY: 'from-env', HERMES4_KEY_CMD: 'echo from-command' },
      stored: { [AIML]: 'from-store' },
    };
    expect(await sent({ ...all, flags: { keyFile: path } })).toBe(`from-file to ${AIML}`);
    expect(await sent(all)).toBe(`from-env to ${AIML}`);
    const { AIMLAPI_API_KEY: _, ...env } = all.env;
    expect(await sent({ ...all, env })).toBe(`from-command to ${AIML}`);
    expect(await sent({ ...all, env: {} })).toBe(`from-store to ${AIML}`);
  });

  it('goes where the person sends it', async () => {
    const env = { AIMLAPI_API_KEY: 'from-env' };
    expect(await sent({ env, flags: { baseUrl: 'https://own.example/v1' } })).toBe(
      'from-env to https://own.example',
    );
    expect(await sent({ env, user: 'base-url = "https://own.example/v1"' })).toBe(
      'from-env to https://own.example',
    );
  });

  it.each<[string, Situation]>([
    ['of the environment', { env: { AIMLAPI_API_KEY: 'k' } }],
    ['of a file', { user: 'key-file = "/dev/null"' }],
    ['of a command', { user: 'key-cmd = "echo k"' }],
    ['that was stored for another origin', { stored: { [AIML]: 'k' } }],
  ])("%s does not go where a project's file points", async (_, situation) => {
    const project = `base-url = "${EVIL}/v1"`;
    expect(await sent({ ...situation, project })).toBe(`nothing to ${EVIL}`);
  });

  it("goes to a project's address when it was stored for that very address", async () => {
    const project = `base-url = "${EVIL}/v1"`;
    expect(await sent({ project, stored: { [EVIL]: 'k', [AIML]: 'other' } })).toBe(`k to ${EVIL}`);
  });

  it('of one host does not go to another that a project chose', async () => {
    const project = 'host = "openrouter"';
    const router = 'https://openrouter.ai';
    expect(await sent({ project, user: 'key-cmd = "echo k"' })).toBe(`nothing to ${router}`);
    expect(await sent({ project, env: { AIMLAPI_API_KEY: 'k' } })).toBe(`nothing to ${router}`);
    expect(await sent({ project, env: { OPENROUTER_API_KEY: 'r' } })).toBe(`r to ${router}`);
  });

  it('of a command is not asked for where no key is needed', async () => {
    const env = { HERMES4_KEY_CMD: 'echo k' };
    expect(await sent({ env, flags: { host: 'local' } })).toBe('nothing to http://127.0.0.1:4405');
  });

  it.each([
    ['exit 3', 'it ended with 3'],
    ['true', 'it printed nothing'],
    ['no-such-command-at-all 2>/dev/null', 'it ended with 127'],
  ])('of the command %j is an error that says why', async (command, why) => {
    await expect(
      sent({ env: { HERMES4_KEY_CMD: command, PATH: process.env['PATH'] ?? '' } }),
    ).rejects.toThrow(`The key command gave no key: ${why}. The command (key-cmd) is: ${command}`);
  });

  it('of a file that is not there, or empty, is an error that names it', async () => {
    const path = place.write('empty.txt', '\n');
    await expect(sent({ flags: { keyFile: path } })).rejects.toThrow(`${path} is empty`);
    await expect(sent({ flags: { keyFile: '/no/key' } })).rejects.toThrow('/no/key does not exist');
  });
});
