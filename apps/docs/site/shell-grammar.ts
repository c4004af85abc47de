import type { Prism } from 'prism-react-renderer';

const variable = /\$\{[^}]+\}|\$\w+/;

/**
 * Shells, as far as this site writes them. Prism's own grammar knows every command that there is, and would be loaded with every
 * page.
 */
export const shellGrammar: (typeof Prism.languages)[string] = {
  comment: { pattern: /(^|\s)#.*/, lookbehind: true, greedy: true },
  string: [
    { pattern: /'[^']*'/, greedy: true },
    { pattern: /"(?:\\[^]|[^"\\])*"/, greedy: true, inside: { variable } },
  ],
  variable,
  keyword: /\b(?:if|then|else|fi|for|in|while|do|done|export|set)\b/,
  // The first word of a line, and of what stands behind a pipe.
  function: { pattern: /(^[ \t]*|[|&;]\s*)[a-z][\w.-]*(?=\s|$)/m, lookbehind: true },
  parameter: { pattern: /(\s)--?[a-z][\w-]*/i, lookbehind: true },
  operator: /[|&;<>=]+/,
};
