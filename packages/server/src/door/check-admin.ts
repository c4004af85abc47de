import { Refusal } from '../refusal.ts';
import { bearerOf } from './bearer.ts';

/**
 * Lets whoever runs the server see and change it: on a server that anybody may call, anybody; else whoever
 * has the admin key.
 *
 * @throws Refusal 401; 404 where there is no admin key, so that nothing tells what would be there.
 */
export async function checkAdmin(
  request: Request,
  { isOpen, adminKey }: { readonly isOpen: boolean; readonly adminKey: string | undefined },
): Promise<void> {
  if (adminKey === undefined) {
    if (isOpen) return;
    throw new Refusal(404, `Cannot ${request.method} ${new URL(request.url).pathname}`);
  }
  if (await areSame(bearerOf(request) ?? '', adminKey)) return;
  throw new Refusal(401, 'This request requires the admin key of this server.', {
    'www-authenticate': 'Bearer',
  });
}

/** Compares digests: how long that takes tells nothing about the key. */
async function areSame(given: string, expected: string): Promise<boolean> {
  const [one, other] = await Promise.all([given, expected].map(digestOf));
  return one === other;
}

async function digestOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return new Uint8Array(digest).join();
}
