export {
  createLocalServer,
  type LocalServer,
  type LocalServerOptions,
} from './create-local-server.ts';
export type { Engine, EngineRequest, EngineToken, TokenEngine } from './engine/engine.ts';
export { createSimEngine } from './engine/sim/sim-engine.ts';
