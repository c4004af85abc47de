import type { Random } from '../../../sampling/random.ts';
import type { Demands } from './demands.ts';
import type { Json } from './json.ts';
import type { Schema, SchemaObject } from './schema.ts';
import type { SchemaDocument } from './schema-document.ts';
import type { Suggest, Suggestions } from './suggest.ts';

/** What values are made from. */
export interface Making {
  readonly document: SchemaDocument;
  readonly suggest: Suggest;
  readonly random: Random;
  /** Whether the likeliest value is wanted; else chance decides. */
  readonly isPlain: boolean;
  /** How deep the value may go before it seeks its end. */
  readonly deep: number;
  /** Whether properties that need not be there are left out unless the conversation has their value. */
  readonly isSparing: boolean;
}

/** Where a value is made. */
export interface Place {
  /** The property that it is for. */
  readonly name: string;
  /** Where in the value it is, such as `items[0].name`; empty for the value itself. */
  readonly path: string;
  readonly depth: number;
  /** Which of several values of the same kind; each number gives another. */
  readonly number: number;
  readonly isRequired: boolean;
}

/** What is made at a place, from all that it must keep to. */
export interface Task {
  readonly demands: readonly SchemaObject[];
  readonly place: Place;
}

/** The means by which the makers of single types work. */
export interface Maker extends Omit<Making, 'suggest'> {
  readonly suggestions: Suggestions;
  /** Makes a value; `undefined` when none is found. */
  readonly make: (schema: Schema, place: Place) => Json | undefined;
  /** Whether the conversation has a value for a place. */
  readonly isSaid: (schema: Schema, place: Place) => boolean;
  readonly keeps: (value: Json, schemas: readonly Schema[]) => boolean;
  /** Draws a number below `count`; the lower the likelier. */
  readonly pick: (count: number) => number;
  /** All that a schema asks of one value, its choices made. */
  readonly gather: (schema: Schema, depth: number) => Demands;
  /** How the making went. */
  readonly course: Course;
}

/** How the making of a value went. */
export interface Course {
  /** How often the conversation's words were used. */
  used: number;
  /** For which place nothing was found first, and what it was to keep to, in words. */
  stuck?: string | undefined;
}
