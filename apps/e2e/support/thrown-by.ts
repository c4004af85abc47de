/** What an action throws or rejects with; an action that does neither is a failure. */
export async function thrownBy(action: () => Promise<unknown>): Promise<unknown> {
  try {
    await action();
  } catch (error) {
    return error;
  }
  throw new Error('The action was expected to fail.');
}
