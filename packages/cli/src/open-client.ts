import {
  createHermes,
  type Hermes,
  type HermesOptions,
  hostProfiles,
  isHermesError,
  logTo,
  type Observer,
} from '@hermes4/node';
import type { Context } from './command.ts';
import { EXIT } from './exit-code.ts';
import { Failure } from './failure.ts';
import { withoutControls } from './io.ts';
import { findKey } from './keys/find-key.ts';
import type { Settings } from './settings/resolve-settings.ts';
import { type Target, targetOf } from './target.ts';

/** A client for the host that flags, environment and files name. */
export interface Client {
  readonly hermes: Hermes;
  /** Who is asked, when that is not what anybody would take for granted. */
  readonly introduction?: string | undefined;
  /** Whom the client asks; nothing of the simulator within this process. */
  readonly target?: Target | undefined;
  /** What must be kept nowhere. */
  readonly secrets: readonly string[];
  close(): Promise<void>;
}

/** A person reads along: about as fast as the hosted model. */
const READABLE_TOKENS_PER_SECOND = 60;

/** How a client differs from the usual. */
export interface ClientOptions {
  /** Asks a simulator on this machine instead, for as long as it is needed. */
  readonly isLocal?: boolean | undefined;
  /** Whether it goes ahead without a key, for what needs none. */
  readonly isKeyOptional?: boolean | undefined;
  /** Whatever else the client is to be told. */
  readonly options?: HermesOptions | undefined;
}

/**
 * Makes the client of a command.
 *
 * @throws Failure 3 when the host needs a key and none is found; UsageError when a setting cannot be used.
 */
export async function openClient(
  context: Context,
  { isLocal = false, isKeyOptional = false, options: given }: ClientOptions = {},
): Promise<Client> {
  const settings = await context.settings();
  const options = { ...callOptions(settings), ...observing(context), ...given };
  if (isLocal) return openSimulator(context, options);
  return openHost(context, settings, {
    ...options,
    ...(isKeyOptional && keyless(settings, context)),
  });
}

async function openHost(
  { io }: Context,
  settings: Settings,
  options: HermesOptions,
): Promise<Client> {
  const target = targetOf(settings, io.env);
  const { host, baseURL, apiKeyEnv, model, source } = target;
  const found = await findKey(target, settings, io);
  // The client must not look for a key where the rules above found none.
  const env = apiKeyEnv === undefined ? io.env : { ...io.env, [apiKeyEnv]: undefined };
  const given = { host, ...options, baseURL, model, apiKey: found?.key };
  const introduction = source === 'default' ? undefined : `asking ${model} at ${placeOf(baseURL)}`;
  return {
    hermes: create(given, env, target),
    introduction,
    target,
    secrets: found ? [found.key] : [],
    close: () => Promise.resolve(),
  };
}

/** A host without a variable for its key is one that needs none. */
function keyless(settings: Settings, { io }: Context): HermesOptions {
  const { apiKeyEnv: _, ...profile } = hostProfiles[targetOf(settings, io.env).host];
  return { host: profile };
}

function create(options: HermesOptions, env: Context['io']['env'], target: Target): Hermes {
  try {
    return createHermes(options, env);
  } catch (error) {
    if (isHermesError(error) && error.code === 'missing_api_key') throw missingKey(target);
    throw error;
  }
}

function missingKey({ host, origin, source, apiKeyEnv = 'the key' }: Target): Failure {
  const lines = [
    `No API key was found for ${origin}.`,
    source === 'project'
      ? "A project's file chose this address, so only a key that was stored for it is sent there: hermes4 keys set --base-url …"
      : `Set ${apiKeyEnv}, store a key with: hermes4 keys set, or name a file with --key-file.`,
    host === 'aimlapi'
      ? 'Create a key at https://aimlapi.com/app/keys and make sure that it is enabled there.'
      : '',
    'Without a key, hermes4 ask --local and hermes4 serve answer on this machine.',
  ];
  return new Failure(lines.filter((line) => line !== '').join(' '), EXIT.unauthorized);
}

async function openSimulator({ io }: Context, options: HermesOptions): Promise<Client> {
  const [{ createLocalServer }, { listen }] = await Promise.all([
    import('@hermes4/server'),
    import('@hermes4/server/node'),
  ]);
  const tokensPerSecond = io.stdout.isTTY ? READABLE_TOKENS_PER_SECOND : undefined;
  const listening = await listen(createLocalServer({ tokensPerSecond }), { port: 0 });
  return {
    // Without the environment: the real key is not for it.
    hermes: createHermes({ ...options, host: 'local', baseURL: listening.baseURL }, {}),
    introduction: `asking a local simulator at ${placeOf(listening.origin)}, not the model`,
    secrets: [],
    close: () => listening.close({ force: true }),
  };
}

function callOptions(settings: Settings): HermesOptions {
  const seconds = settings.get('timeout');
  return {
    ...(seconds !== undefined && { timeout: seconds * 1_000 }),
    maxRetries: settings.get('retries'),
  };
}

function observing({ io, isVerbose, say, styles, waiting }: Context): HermesOptions {
  if (!isVerbose) {
    const onRetry: Observer['onRetry'] = ({ attempt, error }) =>
      waiting.note(`attempt ${attempt + 1}, after ${error.code}`);
    return { onWarning: ({ message }) => say(message), observe: { onRetry } };
  }
  const log = (line: string): void => {
    io.stderr.write(`${styles.stderr.dim(withoutControls(line))}\n`);
  };
  return { observe: logTo({ debug: log, info: log, warn: log, error: log }) };
}

/** An address that is none is named as it stands; the client says what is wrong with it. */
function placeOf(baseURL: string): string {
  return URL.canParse(baseURL) ? new URL(baseURL).host : baseURL;
}
