import { type BendTools, bends } from './bends.ts';
import type { Fault } from './fault.ts';
import { type Frames, framesOf } from './frames.ts';

/** The same answer, gone wrong on its way. Pieces are made as they are read. */
export function bend(response: Response, fault: Fault, tools: BendTools): Response {
  const headers = new Headers(response.headers);
  // What is bent may be longer or shorter than what was promised.
  headers.delete('content-length');
  if (fault.fault === 'content-type') headers.set('content-type', fault.type);
  const { status, body } = response;
  return new Response(body && bytesOf(framesOf(body), fault, tools), { status, headers });
}

function bytesOf(frames: Frames, fault: Fault, tools: BendTools): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  // Each bend takes the fault that it is listed under.
  const how = bends[fault.fault] as
    | ((
        frames: Frames,
        fault: Fault,
        tools: BendTools,
      ) => AsyncGenerator<string | Uint8Array, void, undefined>)
    | undefined;
  const pieces: AsyncGenerator<string | Uint8Array, void, undefined> = how
    ? how(frames, fault, tools)
    : frames;
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await pieces.next();
        if (done) {
          controller.close();
          await frames.return();
        } else controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value);
      } catch (error) {
        controller.error(error);
        await frames.return();
      }
    },
    async cancel() {
      await pieces.return();
      await frames.return();
    },
  });
}
