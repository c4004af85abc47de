/** Keeps what a host sent beside what became of it, as `_wire`, which loops and JSON do not see. */
export function keepWire<Target extends object>(target: Target, wire: unknown): Target {
  return Object.defineProperty(target, '_wire', { value: wire });
}

/** What a host sent, where something else became of it. A host's own `_wire` is a field like any other. */
export function wireOf(target: object): unknown {
  const wire = (target as { _wire?: unknown })._wire;
  if (wire === undefined || Object.prototype.propertyIsEnumerable.call(target, '_wire')) {
    return undefined;
  }
  return wire;
}
