/** The logarithm of the sum of e^value, without overflow. */
export function logSumExp(values: ArrayLike<number>): number {
  let most = -Infinity;
  for (let index = 0; index < values.length; index++)
    most = Math.max(most, values[index] as number);
  if (most === -Infinity) return most;
  let sum = 0;
  for (let index = 0; index < values.length; index++)
    sum += Math.exp((values[index] as number) - most);
  return most + Math.log(sum);
}

/** Probabilities from logits; they sum to one. */
export function softmax(values: ArrayLike<number>): Float64Array {
  const total = logSumExp(values);
  return Float64Array.from(values, (value) => Math.exp(value - total));
}
