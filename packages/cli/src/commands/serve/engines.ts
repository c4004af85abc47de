import type { Open } from './engine.ts';
import type { EngineName } from './serve-options.ts';

/** Every engine, loaded when it is named. */
export const engines: Readonly<Record<EngineName, Open>> = {
  sim: async (...given) => (await import('./sim-engine.ts')).openSim(...given),
  relay: async (...given) => (await import('./relay-engine.ts')).openRelay(...given),
  gguf: async (...given) => (await import('./gguf-engine.ts')).openGguf(...given),
  replay: async (...given) => (await import('./replay-engine.ts')).openReplay(...given),
};
