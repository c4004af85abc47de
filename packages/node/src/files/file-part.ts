/** A document within a message, ready to be sent. */
export interface FilePart {
  /** Marks a document. */
  type: 'file';
  /** The document. */
  file: {
    /** The PDF in base64. */
    file_data: string;
    /** The name by which the conversation can refer to it. */
    filename?: string;
  };
}

/** What a document may be. */
export interface FileOptions {
  /**
   * The most bytes that it may have; a third more travel.
   *
   * @defaultValue 10,485,760 (10 MiB)
   */
  maxBytes?: number | undefined;
  /** What the conversation calls it. @defaultValue a file's own name; for a stream, none */
  filename?: string | undefined;
  /** Stops the reading; the promise then rejects with this signal's own reason. */
  signal?: AbortSignal | undefined;
}
