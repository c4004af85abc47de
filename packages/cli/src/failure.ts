import { EXIT } from './exit-code.ts';

/** Something that ends a command and is told in one message, without a stack. */
export class Failure extends Error {
  override readonly name: string = 'Failure';
  /** What the process leaves with. */
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** A mistake in how the command was called, or in a file that sets it up. */
export class UsageError extends Failure {
  override readonly name: string = 'UsageError';

  constructor(message: string) {
    super(message, EXIT.usage);
  }
}

/** Why a command was stopped from outside. */
export class Interruption extends Failure {
  override readonly name: string = 'Interruption';

  constructor(exitCode: number) {
    super('Interrupted', exitCode);
  }
}
