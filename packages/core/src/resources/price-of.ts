import type { ModelPricingUnit, ModelPricingVariant } from '../model/account.ts';

/**
 * What so many units cost, in US dollars: a rate's `price` is for `per` units, and `per` differs
 * between models.
 *
 * @param rate One of a model's `pricing.units` or `pricing.variants`.
 * @param units How many units, such as tokens.
 */
export function priceOf(rate: ModelPricingUnit | ModelPricingVariant, units: number): number {
  return (rate.price / rate.per) * units;
}
