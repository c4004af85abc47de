import { expect, it } from 'vitest';
import { hostNames } from './host-names.ts';
import { hostProfiles } from './host-profiles.ts';

it('a host is known by name exactly when there is a profile of it', () => {
  expect(hostNames).toEqual(Object.keys(hostProfiles));
});
