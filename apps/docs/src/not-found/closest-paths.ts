/** The addresses of pages that a wrong one may have meant, the best first: those that share its words. */
export function closestPaths(wanted: string, paths: readonly string[], most = 5): string[] {
  const words = wordsOf(wanted);
  const scored = paths
    .map((path) => ({ path, score: likeness(words, wordsOf(path)) }))
    .filter(({ score }) => score > 0);
  scored.sort((a, b) => b.score - a.score || a.path.length - b.path.length);
  return scored.slice(0, most).map(({ path }) => path);
}

function wordsOf(path: string): string[] {
  const spaced = path.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return spaced.split(/[^a-z0-9]+/).filter((word) => word.length > 1 && word !== 'html');
}

/** How much of what was wanted is there; a word that only begins alike counts half. */
function likeness(wanted: readonly string[], offered: readonly string[]): number {
  let score = 0;
  for (const word of wanted) {
    if (offered.includes(word)) score += 1;
    else if (offered.some((other) => alike(word, other))) score += 0.5;
  }
  return score - offered.length * 0.01 * Math.sign(score);
}

function alike(a: string, b: string): boolean {
  return (
    a.length > 3 && b.length > 3 && (a.startsWith(b.slice(0, 4)) || b.startsWith(a.slice(0, 4)))
  );
}
