import type { HostProfile } from '@hermes4/node';
import type { Finding, Probe, Verdict } from './probe.ts';
import type { Wire } from './wire.ts';

/** What one probe found. */
export interface Row extends Finding {
  readonly probe: string;
  readonly about: string;
}

/** Everything that was found about a host. */
export interface Report {
  readonly rows: readonly Row[];
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly profile: HostProfile;
}

/**
 * Asks a host one question after the other, so that none is about its limits.
 *
 * @param tell Is told of each finding as it is made.
 * @throws the signal's reason when it is aborted.
 */
export async function runSuite(
  probes: readonly Probe[],
  wire: Wire,
  base: Pick<HostProfile, 'name' | 'baseURL' | 'model'>,
  { signal, tell }: { signal: AbortSignal; tell: (row: Row) => Promise<void> },
): Promise<Report> {
  const rows: Row[] = [];
  for (const probe of probes) {
    const row = {
      probe: probe.name,
      about: probe.about,
      ...(await findingOf(probe, wire, signal)),
    };
    rows.push(row);
    await tell(row);
  }
  return { rows, counts: count(rows), profile: profileOf(base, rows) };
}

/** A host that does not answer one question may answer the next. */
async function findingOf(probe: Probe, wire: Wire, signal: AbortSignal): Promise<Finding> {
  try {
    return await probe.run(wire);
  } catch (error) {
    signal.throwIfAborted();
    return { verdict: 'fail', saw: `no answer: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it took too long (--timeout)';
  return error.cause instanceof Error ? error.cause.message : error.message;
}

function count(rows: readonly Row[]): Report['counts'] {
  const counts = { pass: 0, differs: 0, fail: 0, unsure: 0 };
  for (const { verdict } of rows) counts[verdict] += 1;
  return counts;
}

/** The host as the client should see it: where nothing was found out, what every host understands. */
function profileOf(
  base: Pick<HostProfile, 'name' | 'baseURL' | 'model'>,
  rows: readonly Row[],
): HostProfile {
  const found = rows.flatMap(({ profile }) => (profile ? [profile] : []));
  const extra = found.flatMap(({ extraParameters = [] }) => extraParameters);
  return Object.assign(
    { ...base, reasoning: 'prompt', tools: 'prompt', schemas: 'prompt' },
    ...found,
    extra.length > 0 ? { extraParameters: extra } : {},
  ) as HostProfile;
}
