/**
 * Turns what a person typed into a query of FTS5: every word must occur, at least as the beginning of one, and
 * what stands in quotes as it stands there. Nothing in it is an operator.
 *
 * @returns Nothing when there is no word in it.
 */
export function matchWords(typed: string): string | undefined {
  const pieces = typed.matchAll(/"(?<phrase>[^"]*)"?|(?<word>[^\s"]+)/gu);
  const terms = [...pieces].flatMap(({ groups: { phrase, word } = {} }) => {
    const text = phrase ?? word ?? '';
    // A term of marks alone would match nothing at all, and take the others with it.
    if (!/[\p{L}\p{N}]/u.test(text)) return [];
    return [`"${text.replaceAll('\0', ' ')}"${phrase === undefined ? ' *' : ''}`];
  });
  return terms.length > 0 ? terms.join(' ') : undefined;
}
