import { aimlapi } from '../hosts/aimlapi.ts';
import type { HostName, HostProfile } from '../model/host-profile.ts';
import { loadPart } from './load-part.ts';

/** Gives a host's profile: at once, or when it is loaded. */
export type LazyHost = () => HostProfile | Promise<HostProfile>;

/** Loads the profile of a host that is asked by its name with the first call; the default is at hand. */
export function lazyHost(host: HostName | HostProfile): LazyHost {
  let profile = host === 'aimlapi' ? aimlapi : host;

  return () => {
    if (typeof profile === 'object') return profile;
    const name = profile;
    return loadPart(import('../hosts/host-profiles.ts'), 'hosts').then(
      ({ hostProfiles }) => (profile = hostProfiles[name]),
    );
  };
}
