export type {
  BytePiece,
  Cassette,
  Piece,
  RecordedExchange,
  RecordedRequest,
  RecordedResponse,
  TextPiece,
} from '@hermes4/core/internal';
export { readCassette, writeCassette } from '@hermes4/core/internal';
export type { AccountStart, FirstKeys } from './account/account-start.ts';
export { createMemoryStore, type MemoryStoreOptions } from './account/memory-store.ts';
export type {
  BookedCall,
  CallQuery,
  CallSum,
  CallWindow,
  KeyChange,
  Later,
  Movement,
  MovementQuery,
  Placed,
  Store,
  StoredKey,
} from './account/store.ts';
export type { Identity } from './answer/identity.ts';
export type { CallRecord, Route, Visit } from './call.ts';
export type { Authorize, Caller, Grant } from './caller.ts';
export { type Clock, systemClock } from './clock.ts';
export { createLocalServer, type LocalServer } from './create-local-server.ts';
export type { DialectName } from './dialect/dialect.ts';
export type { CallerOf } from './door/callers.ts';
export {
  createTickets,
  type IssuedTicket,
  type TicketOptions,
  type TicketRequest,
  type Tickets,
} from './door/create-tickets.ts';
export type { DoorOptions } from './door/door-options.ts';
export type {
  Draw,
  LimitStore,
  LimitUnit,
  Missing,
  Reserved,
  Standing,
  Wanted,
} from './door/limit-store.ts';
export type { Budget, Limits, Period } from './door/limits.ts';
export { type TicketRouteOptions, ticketRoute } from './door/ticket-route.ts';
export type {
  Engine,
  EngineExchange,
  EngineIdentity,
  EngineRequest,
  EngineToken,
  ExchangeEngine,
  TokenChance,
  TokenEngine,
} from './engine/engine.ts';
export type {
  CheckOptions,
  EjectionOptions,
  PoolUpstream,
  RelayPoolOptions,
  UpstreamChange,
  UpstreamStanding,
  UpstreamState,
} from './engine/relay/pool/pool-options.ts';
export { createRelayPool, type RelayPool } from './engine/relay/pool/relay-pool.ts';
export { createRelayEngine } from './engine/relay/relay-engine.ts';
export type { RelayFetch, RelayOptions, RelayTimeouts } from './engine/relay/relay-options.ts';
export { createReplayEngine, type ReplayOptions } from './engine/replay/replay-engine.ts';
export { createSimEngine, type SimEngineOptions } from './engine/sim/sim-engine.ts';
export type { Tokenizer } from './engine/sim/tokenizer.ts';
export type { ErrorShape, Fault, FaultName } from './faults/fault.ts';
export type { FaultRule } from './faults/fault-plan.ts';
export type { AccountSetup, FaultSetup, LocalServerOptions } from './local-server-options.ts';
export type { JournalEntry, JournalOptions } from './observe/journal.ts';
export type { SpanLike, SpanOptions, SpanTracer, SpanValue } from './observe/spans.ts';
export { CREDITS_PER_USD, DEFAULT_PRICES, type Price, type Prices } from './prices.ts';
export { renderPrompt } from './prompt/render-prompt.ts';
export { Refusal } from './refusal.ts';
export type { ResumeOptions } from './resume/create-resume.ts';
export { type TimingName, type TimingProfile, timingProfiles } from './timing/timing-profile.ts';
