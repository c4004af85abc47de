import type {
  CallWarning,
  FinishPart,
  Generated,
  Part,
  SharedPart,
  Streamed,
  Usage,
} from '../answer/parts.ts';

/** Something that the developer should know, as the second version of the specification says it. */
type WarningV2 =
  | { type: 'unsupported-setting'; setting: string; details?: string }
  | { type: 'other'; message: string };

interface UsageV2 {
  inputTokens: number | undefined;
  outputTokens: number | undefined;
  totalTokens: number | undefined;
  reasoningTokens: number | undefined;
  cachedInputTokens: number | undefined;
}

interface Ending {
  usage: UsageV2;
  finishReason: FinishPart['finishReason']['unified'] | 'unknown';
}

type PartV2 =
  | { type: 'stream-start'; warnings: WarningV2[] }
  | SharedPart
  | (Omit<FinishPart, keyof Ending> & Ending);

/** A whole answer, likewise. */
export type GeneratedV2 = Omit<Generated, 'warnings' | keyof Ending> &
  Ending & { warnings: WarningV2[] };

/** A streamed answer, likewise. */
export type StreamedV2 = Omit<Streamed, 'stream'> & { stream: ReadableStream<PartV2> };

/** Says a whole answer in the words of the second version. */
export function asV2({ usage, finishReason, warnings, ...answer }: Generated): GeneratedV2 {
  return { ...answer, ...ending({ usage, finishReason }), warnings: warnings.map(warningAsV2) };
}

/** Says a streamed answer in the words of the second version. */
export function streamAsV2({ stream, ...answer }: Streamed): StreamedV2 {
  const transform = new TransformStream<Part, PartV2>({
    transform: (part, controller) => controller.enqueue(partAsV2(part)),
  });
  return { ...answer, stream: stream.pipeThrough(transform) };
}

function partAsV2(part: Part): PartV2 {
  if (part.type === 'stream-start') return { ...part, warnings: part.warnings.map(warningAsV2) };
  return part.type === 'finish' ? { ...part, ...ending(part) } : part;
}

function ending({ usage, finishReason }: Pick<FinishPart, keyof Ending>): Ending {
  const { unified, raw } = finishReason;
  const isUnknown = unified === 'other' && raw === undefined;
  return { usage: usageAsV2(usage), finishReason: isUnknown ? 'unknown' : unified };
}

function usageAsV2({ inputTokens, outputTokens, raw }: Usage): UsageV2 {
  const total = raw?.['total_tokens'];
  return {
    inputTokens: inputTokens.total,
    outputTokens: outputTokens.total,
    totalTokens: typeof total === 'number' ? total : undefined,
    reasoningTokens: outputTokens.reasoning,
    cachedInputTokens: inputTokens.cacheRead,
  };
}

function warningAsV2(warning: CallWarning): WarningV2 {
  if (warning.type === 'other') return warning;
  const { feature: setting, details } = warning;
  return { type: 'unsupported-setting', setting, ...(details !== undefined && { details }) };
}
