/** The reason of a stop that came without one. */
export function stopped(why = 'The call was stopped.'): DOMException {
  return new DOMException(why, 'AbortError');
}
