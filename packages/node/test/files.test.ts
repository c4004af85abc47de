import { execFile } from 'node:child_process';
import { mkdir, open, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { type ByteSource, createHermes, fileFromPath, fileFromStream } from '../src/index.ts';
import { inFolder } from './in-folder.ts';

const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\nrest');
const FILE_DATA = PDF.toString('base64');

async function withPdf(use: (path: string) => Promise<void>): Promise<void> {
  await inFolder(async (folder) => {
    const path = join(folder, 'a report.pdf');
    await writeFile(path, PDF);
    await use(path);
  });
}

function refusal(path: string, words: string): object {
  return {
    name: 'HermesError',
    code: 'invalid_options',
    path,
    message: expect.stringContaining(words) as string,
  };
}

test('a file becomes the part of a message that the API takes', async () => {
  await withPdf(async (path) => {
    const part = await fileFromPath(path);
    expect(part).toEqual({
      type: 'file',
      file: { file_data: FILE_DATA, filename: 'a report.pdf' },
    });
    let sent: unknown;
    const hermes = createHermes({
      fetch: (_, init) => {
        sent = JSON.parse(init?.body as string);
        return Promise.resolve(Response.json({}, { status: 401 }));
      },
    });
    const content = [{ type: 'text' as const, text: 'Sum this up.' }, part];
    await hermes.chat.completions
      .create({ messages: [{ role: 'user', content }] })
      .catch(() => undefined);
    expect(sent).toMatchObject({ messages: [{ role: 'user', content }] });
  });
});

test('a file can be named by a URL, behind a link, and called otherwise', async () => {
  await withPdf(async (path) => {
    const link = `${path}.link`;
    await symlink(path, link);
    const part = await fileFromPath(pathToFileURL(link), { filename: 'b.pdf' });
    expect(part.file).toEqual({ file_data: FILE_DATA, filename: 'b.pdf' });
  });
});

test('a file may be exactly as large as is allowed', async () => {
  await withPdf(async (path) => {
    expect((await fileFromPath(path, { maxBytes: PDF.length })).file.file_data).toBe(FILE_DATA);
    await expect(fileFromPath(path, { maxBytes: PDF.length - 1 })).rejects.toMatchObject(
      refusal('path', `it has ${PDF.length} bytes, and at most ${PDF.length - 1} may be sent`),
    );
  });
});

test('a file that is far too large is refused before it is read', async () => {
  await inFolder(async (folder) => {
    const path = join(folder, 'huge.pdf');
    await writeFile(path, PDF);
    await truncate(path, 2 ** 40);
    await expect(fileFromPath(path)).rejects.toMatchObject(
      refusal('path', 'at most 10485760 may be sent'),
    );
  });
});

test.each<[string, (path: string) => Promise<unknown>, string]>([
  ['a missing file', () => Promise.resolve(), 'there is no such file'],
  ['a directory', (path) => mkdir(path), 'it is a directory'],
  ['a pipe', (path) => promisify(execFile)('mkfifo', [path]), 'it is no regular file'],
  ['a device', (path) => symlink('/dev/zero', path), 'it is no regular file'],
  ['a link to itself', (path) => symlink(path, path), 'the system says ELOOP'],
  ['an empty file', (path) => writeFile(path, ''), 'it is empty'],
  ['a file that is no PDF', (path) => writeFile(path, 'text'), 'it is no PDF'],
  ['a PDF whose mark comes late', (path) => writeFile(path, `${' '.repeat(1_024)}%PDF-`), 'no PDF'],
])('%s is refused, and named', async (_, make, words) => {
  await inFolder(async (folder) => {
    const path = join(folder, 'it');
    await make(path);
    const refused = expect(fileFromPath(path)).rejects;
    await refused.toMatchObject(refusal('path', words));
    await expect(fileFromPath(path)).rejects.toThrow(path);
  });
});

test.each([0, -1, 1.5, Number.NaN, Infinity, 2 ** 40])(
  'a limit of %d bytes is an error',
  async (maxBytes) => {
    const fault = refusal('maxBytes', 'expected a whole number from 1 to');
    await expect(fileFromPath('it', { maxBytes })).rejects.toMatchObject(fault);
    await expect(fileFromStream(Readable.from([PDF]), { maxBytes })).rejects.toMatchObject(fault);
  },
);

test.each<[string, () => ByteSource]>([
  ['a stream of Node', () => Readable.from([PDF.subarray(0, 3), PDF.subarray(3)])],
  ['a stream of the Web platform', () => new Blob([PDF]).stream()],
  ['a fetched body', () => new Response(PDF).body!],
  ['an opened file', () => new PassThrough().end(PDF)],
  ['what can be iterated', () => iterated()],
])('%s becomes a part of a message', async (_, make) => {
  expect(await fileFromStream(make())).toEqual({ type: 'file', file: { file_data: FILE_DATA } });
  const named = await fileFromStream(make(), { filename: 'a.pdf' });
  expect(named.file.filename).toBe('a.pdf');
});

async function* iterated(): AsyncGenerator<Uint8Array> {
  for (const byte of PDF) yield await Promise.resolve(Uint8Array.of(byte));
}

test('a stream that never ends is let go of when it is too large', async () => {
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(PDF),
    cancel: () => void (cancelled = true),
  });
  await expect(fileFromStream(endless, { filename: 'a.pdf' })).rejects.toMatchObject(
    refusal('stream', 'a.pdf cannot be sent: it has more than 10485760 bytes'),
  );
  expect(cancelled).toBe(true);
});

test.each<[string, unknown, string]>([
  ['text', Readable.from(['%PDF-']), 'expected bytes, received string'],
  ['a path', 'report.pdf', 'a path is for fileFromPath()'],
  ['nothing', undefined, 'takes a stream of bytes'],
  ['no PDF', Readable.from([Buffer.from('text')]), 'it is no PDF'],
])('a stream of %s is refused', async (_, stream, words) => {
  await expect(fileFromStream(stream as ByteSource)).rejects.toMatchObject(
    refusal('stream', words),
  );
});

test('a stream that fails fails with its own error', async () => {
  const broken = new PassThrough();
  const reading = fileFromStream(broken);
  broken.write(PDF);
  broken.destroy(new Error('gone'));
  await expect(reading).rejects.toThrow('gone');
});

test.each<[string, () => ByteSource & { destroyed?: boolean }]>([
  ['a stream of Node', () => new PassThrough()],
  ['a stream of the Web platform', () => new ReadableStream<Uint8Array>()],
])('an abort ends the waiting for %s with its own reason', async (_, make) => {
  const stream = make();
  const controller = new AbortController();
  const reading = fileFromStream(stream, { signal: controller.signal });
  controller.abort('bored');
  await expect(reading).rejects.toBe('bored');
  if (stream instanceof PassThrough) expect(stream.destroyed).toBe(true);
  const again = fileFromStream(make(), { signal: controller.signal });
  await expect(again).rejects.toBe('bored');
});

test('an abort ends the reading of a file, and no file stays open', async () => {
  await withPdf(async (path) => {
    const gone = AbortSignal.abort('bored');
    await expect(fileFromPath(path, { signal: gone })).rejects.toBe('bored');
    const controller = new AbortController();
    const reading = fileFromPath(path, { signal: controller.signal });
    queueMicrotask(() => controller.abort('bored'));
    await expect(reading).rejects.toBe('bored');
    const handle = await open(path);
    const before = handle.fd;
    await handle.close();
    for (let turn = 0; turn < 5; turn++) {
      await fileFromPath(path);
      await fileFromPath(path, { maxBytes: 1 }).catch(() => undefined);
    }
    const later = await open(path);
    expect(later.fd).toBeLessThanOrEqual(before);
    await later.close();
  });
});
