import { createSimEngine } from '@hermes4/server';
import type { Open } from './engine.ts';

/** A simulator with no model inside. */
export const openSim: Open = () =>
  Promise.resolve({
    engine: createSimEngine(),
    description: 'sim, a simulator with no model inside',
    reach: 'Nothing leaves this machine.',
  });
