/** A JSON value in the making: containers that are open, and where the next value goes. */
export interface JsonTree {
  /** Opens a container at the place of the next value. */
  enter(container: unknown[] | Record<string, unknown>): void;
  /** Closes the innermost container. */
  leave(): void;
  /** Names the property that the next value belongs to. */
  name(key: string): void;
  /** Puts a finished value in its place. */
  place(value: unknown): void;
  /** Puts a text that may still grow in its place; the next call replaces it. */
  grow(text: string): void;
  /** Ends the text that grew. */
  grown(): void;
  /** What stands innermost: nothing, an array or an object. */
  inside(): 'nothing' | 'array' | 'object';
  /** The value so far: the same containers each time, which go on growing. */
  root(): unknown;
}

/** Starts with no value. Containers lie on a list of their own, so that no depth exhausts the stack. */
export function createJsonTree(): JsonTree {
  const open: (unknown[] | Record<string, unknown>)[] = [];
  const keys: string[] = [];
  let innermost: unknown[] | Record<string, unknown> | undefined;
  let key = '';
  let growing = false;
  let root: unknown;

  return { enter, leave, name, place, grow, grown, inside, root: () => root };

  function enter(container: unknown[] | Record<string, unknown>): void {
    place(container);
    keys.push(key);
    open.push(container);
    innermost = container;
  }

  function leave(): void {
    open.pop();
    key = keys.pop() ?? '';
    innermost = open.at(-1);
  }

  function name(next: string): void {
    key = next;
  }

  function place(value: unknown): void {
    if (innermost === undefined) root = value;
    else if (Array.isArray(innermost)) innermost.push(value);
    else set(innermost, key, value);
  }

  function grow(text: string): void {
    if (growing && Array.isArray(innermost)) innermost.pop();
    growing = true;
    place(text);
  }

  function grown(): void {
    growing = false;
  }

  function inside(): 'nothing' | 'array' | 'object' {
    if (innermost === undefined) return 'nothing';
    return Array.isArray(innermost) ? 'array' : 'object';
  }
}

function set(object: Record<string, unknown>, key: string, value: unknown): void {
  // An assignment would change the prototype; JSON.parse makes a property.
  if (key === '__proto__') {
    Object.defineProperty(object, key, {
      value,
      writable: true,
      enumerable: true,
      configurable: true,
    });
  } else object[key] = value;
}
