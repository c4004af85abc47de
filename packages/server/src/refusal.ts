/** A request that is turned away, with what the hosted API would say to it. */
export class Refusal extends Error {
  /** Always `Refusal`. */
  override readonly name: string = 'Refusal';

  /** The status that the caller gets. */
  readonly status: number;
  /** Headers that belong to the refusal, such as `Allow`. */
  readonly headers: Readonly<Record<string, string>>;
  /** Stands for the hosted API's other form of an error, `{title, status, message}`, which it was seen to use for 403. */
  readonly title: string | undefined;

  /**
   * Turns a request away.
   *
   * @param status The status that the caller gets.
   * @param message What the caller is told.
   * @param headers What is sent besides. Default: nothing.
   * @param title Gives the error the form that {@link Refusal.title} tells of. Default: the usual form.
   */
  constructor(
    status: number,
    message: string,
    headers: Readonly<Record<string, string>> = {},
    title?: string,
  ) {
    super(message);
    this.status = status;
    this.headers = headers;
    this.title = title;
  }
}

/** Any error as a refusal: what was not meant as one is a fault of the engine or of the server. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const said = error instanceof Error ? error.message : String(error);
  return new Refusal(500, `Internal server error: ${said}`);
}
