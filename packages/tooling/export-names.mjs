import ts from 'typescript';

/**
 * Lists the names that a module exports, types included, so that a test can hold the public
 * surface of a package still.
 *
 * @param {string} entry The module's file.
 * @returns {string[]} Sorted lines such as `type ChatCompletion` and `value createHermes`.
 */
export function exportNames(entry) {
  const program = ts.createProgram([entry], {
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
    noEmit: true,
  });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry} is not a module with exports`);
  return checker
    .getExportsOfModule(module)
    .map((symbol) => `${isValue(checker, symbol) ? 'value' : 'type'} ${symbol.name}`)
    .sort();
}

/**
 * @param {ts.TypeChecker} checker
 * @param {ts.Symbol} symbol
 */
function isValue(checker, symbol) {
  const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  return (target.flags & ts.SymbolFlags.Value) !== 0;
}
