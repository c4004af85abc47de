import { resolve } from 'node:path';
import type { Context } from '../../command.ts';
import type { Probe } from '../../conformance/probe.ts';
import { renderRow } from '../../conformance/render-row.ts';
import { type Report, runSuite } from '../../conformance/run-suite.ts';
import { suite } from '../../conformance/suite.ts';
import { createWire } from '../../conformance/wire.ts';
import { EXIT } from '../../exit-code.ts';
import { UsageError } from '../../failure.ts';
import { writeWhole } from '../../files/write-file.ts';
import { findKey } from '../../keys/find-key.ts';
import { openClient } from '../../open-client.ts';
import { createPrinter } from '../../talk/printer.ts';
import { targetOf } from '../../target.ts';
import { printJson } from '../../terminal/print.ts';

/** What `hermes4 conformance` can be told. */
export interface ConformanceOptions {
  readonly profile?: string;
  readonly only?: readonly string[];
  readonly json?: true;
}

const DEFAULT_TIMEOUT_MS = 120_000;

/** Probes the host that flags, environment and files name, and tells how it differs. */
export async function conformance(
  { profile, only, json }: ConformanceOptions,
  context: Context,
): Promise<number> {
  const probes = chosen(only);
  const { io, styles } = context;
  await greet(context);
  const settings = await context.settings();
  const { baseURL, model, origin } = targetOf(settings, io.env);
  const found = await findKey(targetOf(settings, io.env), settings, io);
  const seconds = settings.get('timeout');
  const wire = createWire({
    baseURL,
    model,
    apiKey: found?.key,
    fetch,
    signal: io.signal,
    timeoutMs: seconds === undefined ? DEFAULT_TIMEOUT_MS : seconds * 1_000,
  });
  context.say(`asking ${model} at ${new URL(origin).host}, question by question`);
  const printer = createPrinter(io.stdout);
  const width = io.stdout.isTTY ? (io.stdout.columns ?? 80) : Infinity;
  const tell = json
    ? () => Promise.resolve()
    : (row: Report['rows'][number]) => printer.printStyled(renderRow(row, styles.stdout, width));
  const base = { name: new URL(origin).host, baseURL, model };
  const report = await runSuite(probes, wire, base, { signal: io.signal, tell });
  if (profile !== undefined) {
    await writeWhole(resolve(io.cwd, profile), `${JSON.stringify(report.profile, null, 2)}\n`);
    context.say(`the profile is in ${profile}: createHermes({ host: JSON.parse(…) })`);
  }
  if (json) await printJson(context, { version: 1, ...report });
  else context.say(summaryOf(report));
  return report.counts.fail > 0 ? EXIT.partlyFailed : EXIT.ok;
}

function chosen(only: readonly string[] | undefined): readonly Probe[] {
  if (!only) return suite;
  const names = suite.map(({ name }) => name);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown === undefined) return suite.filter(({ name }) => only.includes(name));
  throw new UsageError(`--only: there is no question ${unknown}; there are ${names.join(', ')}.`);
}

/** A wrong key or address is one error, told as everywhere, and not fifteen findings. */
async function greet(context: Context): Promise<void> {
  const client = await openClient(context, { isKeyOptional: true });
  try {
    await client.hermes.chat.completions.create(
      { messages: [{ role: 'user', content: 'Hello' }], max_tokens: 8 },
      { signal: context.io.signal },
    );
  } finally {
    await client.close();
  }
}

function summaryOf({ counts: { pass, differs, fail, unsure } }: Report): string {
  const told = [
    `${pass} as documented`,
    differs > 0 && `${differs} otherwise, which the client copes with`,
    fail > 0 && `${fail} lost or wrong`,
    unsure > 0 && `${unsure} that the model did not show`,
  ];
  return told.filter(Boolean).join(', ');
}
