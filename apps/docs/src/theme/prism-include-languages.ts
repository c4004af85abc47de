import type { Prism } from 'prism-react-renderer';
import { shellGrammar } from '../../site/shell-grammar.ts';

/** Adds the languages that the site shows and Prism does not bring along. */
export default function prismIncludeLanguages({ languages }: typeof Prism): void {
  Object.assign(languages, { bash: shellGrammar, sh: shellGrammar });
}
