import type {
  LanguageModelV3CallOptions,
  LanguageModelV3Message,
  LanguageModelV3ToolResultPart,
  LanguageModelV4CallOptions,
  LanguageModelV4Message,
  LanguageModelV4ToolResultPart,
  SharedV4FileData,
} from '@ai-sdk/provider';

type Output = LanguageModelV3ToolResultPart['output'];
type Piece = Extract<Output, { type: 'content' }>['value'][number];
type CurrentOutput = LanguageModelV4ToolResultPart['output'];
type CurrentPiece = Extract<CurrentOutput, { type: 'content' }>['value'][number];

/** A call of the third version of the specification as one of the fourth, which says files otherwise. */
export function fromV3(options: LanguageModelV3CallOptions): LanguageModelV4CallOptions {
  return { ...options, prompt: options.prompt.map(message) };
}

function message(given: LanguageModelV3Message): LanguageModelV4Message {
  if (given.role === 'system') return given;
  if (given.role === 'user') {
    return {
      ...given,
      content: given.content.map((part) => (part.type === 'file' ? file(part) : part)),
    };
  }
  if (given.role === 'tool') {
    return {
      ...given,
      content: given.content.map((part) => (part.type === 'tool-result' ? result(part) : part)),
    };
  }
  return {
    ...given,
    content: given.content.map((part) => {
      if (part.type === 'file') return file(part);
      return part.type === 'tool-result' ? result(part) : part;
    }),
  };
}

function file<Part extends { data: Uint8Array | string | URL }>(
  part: Part,
): Omit<Part, 'data'> & { data: SharedV4FileData } {
  return { ...part, data: fileData(part.data) };
}

/** Bytes, their base64, or an address, each marked as what it is. */
export function fileData(data: Uint8Array | string | URL): SharedV4FileData {
  return data instanceof URL ? { type: 'url', url: data } : { type: 'data', data };
}

function result(part: LanguageModelV3ToolResultPart): LanguageModelV4ToolResultPart {
  const { output } = part;
  if (output.type !== 'content') return { ...part, output };
  return { ...part, output: { type: 'content', value: output.value.map(piece) } };
}

function piece(given: Piece): CurrentPiece {
  switch (given.type) {
    case 'text':
      return given;
    case 'custom':
      return { type: 'custom' };
    case 'file-data':
    case 'image-data':
      return { type: 'file', mediaType: given.mediaType, data: fileData(given.data) };
    case 'file-url':
    case 'image-url':
      return { type: 'file', mediaType: kindOf(given.type), data: address(given.url) };
    case 'file-id':
    case 'image-file-id':
      return { type: 'file', mediaType: kindOf(given.type), data: reference(given.fileId) };
  }
}

function kindOf(type: string): string {
  return type.startsWith('image') ? 'image' : 'application/octet-stream';
}

function address(url: string): SharedV4FileData {
  return { type: 'url', url: new URL(url) };
}

function reference(id: string | Record<string, string>): SharedV4FileData {
  return { type: 'reference', reference: typeof id === 'string' ? { id } : id };
}
