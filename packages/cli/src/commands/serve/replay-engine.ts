import { resolve } from 'node:path';
import { createReplayEngine, type ExchangeEngine } from '@hermes4/server';
import { openCassette } from '@hermes4/server/node';
import { UsageError } from '../../failure.ts';
import type { Open, OpenEngine } from './engine.ts';
import { openRelay } from './relay-engine.ts';

/** Recordings; with `--record`, what has none is asked of a host, and recorded. */
export const openReplay: Open = async (options, context) => {
  const { cassette: path, record } = options;
  if (path === undefined) {
    throw new UsageError(
      'Name the recordings: hermes4 serve --engine replay --cassette hello.json',
    );
  }
  const file = await openCassette(resolve(context.io.cwd, path));
  const upstream = record && (await openRelay(options, context));
  const engine = createReplayEngine({
    ...file,
    ...(upstream && { upstream: upstream.engine as ExchangeEngine }),
    mode: record === undefined ? 'replay' : record === 'all' ? 'record' : 'record-on-miss',
  });
  return { engine, description: `replay, from ${path}`, reach: reachOf(upstream, record) };
};

function reachOf(upstream: OpenEngine | undefined, record: 'misses' | 'all' | undefined): string {
  if (!upstream) return 'Nothing leaves this machine: a call without a recording is refused.';
  const which = record === 'all' ? 'Every call' : 'A call without a recording';
  return `${which} is recorded from another host. ${upstream.reach}`;
}
