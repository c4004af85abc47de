import type { Model } from '../model/account.ts';

/**
 * Tells whether a model goes by this name: as its id or as one of its aliases.
 *
 * @param model An entry of the catalog.
 * @param name A name that requests use, in any case.
 */
export function matchesModel(model: Model, name: string): boolean {
  // Hosts other than the hosted API list models without aliases.
  const names: readonly string[] = [model.id, ...((model.aliases as string[] | undefined) ?? [])];
  return names.some((each) => each.toLowerCase() === name.toLowerCase());
}
