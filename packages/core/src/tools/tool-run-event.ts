import type { ChatCompletion } from '../model/chat-completion.ts';

/** A turn of the model begins. */
export interface TurnStartEvent {
  /** Tells the events apart. */
  type: 'turn-start';
  /** Which turn, from 1. */
  turn: number;
}

/** The model has said a piece of its answer. */
export interface PartEvent<Part> {
  /** Tells the events apart. */
  type: 'part';
  /** Which turn, from 1. */
  turn: number;
  /** The piece. */
  part: Part;
}

/** The model calls a tool. */
export interface ToolCallEvent {
  /** Tells the events apart. */
  type: 'tool-call';
  /** Which turn, from 1. */
  turn: number;
  /** The id of the call. */
  toolCallId: string;
  /** The tool's name, which may be none of those that were offered. */
  name: string;
  /** The arguments as the model wrote them. */
  arguments: string;
  /** The arguments as `run` gets them; absent when they are not valid. */
  args?: unknown;
}

/** How a call ended: only `ok` and `failed` ran. */
export type ToolOutcome = 'ok' | 'failed' | 'refused' | 'invalid';

/** A call has its result. */
export interface ToolResultEvent {
  /** Tells the events apart. */
  type: 'tool-result';
  /** Which turn, from 1. */
  turn: number;
  /** The id of the call. */
  toolCallId: string;
  /** The tool's name. */
  name: string;
  /** `failed`: it threw; `refused`: not approved; `invalid`: an unknown tool, or arguments that do not fit. */
  outcome: ToolOutcome;
  /** What the model is told. */
  content: string;
  /** What `run` gave. */
  result?: unknown;
  /** What `run` threw. */
  error?: unknown;
}

/** A turn has ended, its calls answered. */
export interface TurnEndEvent {
  /** Tells the events apart. */
  type: 'turn-end';
  /** Which turn, from 1. */
  turn: number;
  /** What the model said in it. */
  completion: ChatCompletion;
}

/** What happens while tools are run. */
export type ToolRunEvent<Part> =
  | TurnStartEvent
  | PartEvent<Part>
  | ToolCallEvent
  | ToolResultEvent
  | TurnEndEvent;
