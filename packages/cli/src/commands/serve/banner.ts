import type { Styles } from '../../styles.ts';
import type { OpenEngine } from './engine.ts';

/** What a person needs to know of a server that has just begun. */
export interface BannerFacts {
  readonly baseURL: string;
  readonly engine: OpenEngine;
  /** For whom the limits hold, as a sentence; `undefined` when there are none. */
  readonly limits: string | undefined;
  readonly requiresKey: boolean;
  /** The key to show in the example; one that was made for this server, never one of the person's own. */
  readonly key: string | undefined;
  /** The first keys of a new account, which are shown once. */
  readonly keys: { readonly key: string; readonly managementKey: string } | undefined;
}

/** The words with which a server begins, and a line to paste. */
export function bannerOf(
  { baseURL, engine, limits, requiresKey, key, keys }: BannerFacts,
  { bold, dim }: Styles,
): string {
  const header = requiresKey ? `    -H 'authorization: Bearer ${key ?? 'your-key'}' \\\n` : '';
  const access = keys
    ? `A new account; its keys are shown only here.\n  key: ${keys.key}\n  to manage keys: ${keys.managementKey}`
    : key !== undefined
      ? `Callers need this key: ${key}`
      : requiresKey
        ? 'Callers need one of your keys.'
        : 'Any key is accepted.';
  return `
hermes4 serves the Hermes 4 API at ${bold(baseURL)}
Engine: ${engine.description}. ${engine.reach}
${access}${limits === undefined ? '' : `\n${limits}`}

  curl ${baseURL}/chat/completions \\
${header}    -H 'content-type: application/json' \\
    -d '{"model":"nousresearch/hermes-4-405b","messages":[{"role":"user","content":"Hello"}]}'

${dim('Ctrl-C ends it.')}
`;
}
