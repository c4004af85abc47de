import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileFromBlob } from './file-from-blob.ts';

const MARK = new TextEncoder().encode('%PDF-1.7\n');

describe('a document', () => {
  it('becomes part of a message, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 70_000 }), async (bytes) => {
        const { type, file } = await fileFromBlob(new Blob([MARK, bytes]));
        expect(type).toBe('file');
        expect(Buffer.from(file.file_data, 'base64')).toEqual(Buffer.concat([MARK, bytes]));
      }),
      { numRuns: 20 },
    );
  });

  it('is called what its file is called, unless it is named', async () => {
    const file = new File([MARK], 'bill.pdf');
    expect((await fileFromBlob(file)).file.filename).toBe('bill.pdf');
    expect((await fileFromBlob(file, { filename: 'b.pdf' })).file.filename).toBe('b.pdf');
    expect((await fileFromBlob(new Blob([MARK]))).file).not.toHaveProperty('filename');
  });

  it.each([
    ['is empty', new File([], 'a.pdf'), 'a.pdf is empty'],
    ['is no PDF', new File(['hello'], 'a.pdf'), 'a.pdf is no PDF'],
    [
      'is too large',
      new File([MARK, new Uint8Array(99)], 'a.pdf'),
      'a.pdf has 108 bytes; at most 100',
    ],
  ])('is refused with words when it %s', async (_, blob, words) => {
    await expect(fileFromBlob(blob, { maxBytes: 100 })).rejects.toMatchObject({
      code: 'invalid_request',
      path: 'blob',
      message: expect.stringContaining(words) as string,
    });
  });

  it('that is too large is not read', async () => {
    const blob = new Blob([new Uint8Array(101)]);
    blob.arrayBuffer = () => Promise.reject(new Error('It was read.'));
    await expect(fileFromBlob(blob, { maxBytes: 100 })).rejects.toThrow('at most 100');
  });
});
