import type { HtmlTags, Plugin } from '@docusaurus/types';
import { ATTRIBUTE, DEFAULT_LANGUAGE, STORAGE_KEY } from '../src/language/language-store.ts';
import { LANGUAGES } from '../src/language/languages.ts';

/**
 * Shows the remembered language before the first paint: a script that sets an attribute of `<html>`, and
 * the rules that hide every other language of a group by it.
 */
export function languageHead(): Plugin {
  return {
    name: 'language-head',
    injectHtmlTags: () => ({ headTags }),
  };
}

const script = `try{var l=localStorage.getItem('${STORAGE_KEY}')}catch(e){}
document.documentElement.setAttribute('${ATTRIBUTE}',${JSON.stringify(
  LANGUAGES.map(({ id }) => id),
)}.includes(l)?l:'${DEFAULT_LANGUAGE}')`;

const rules = LANGUAGES.map(({ id }) => {
  const chosen = `html[${ATTRIBUTE}='${id}']`;
  const offered = `${chosen} [data-language-group~='${id}']>[data-language-panel]:not([data-language-panel='${id}'])`;
  const missing = `${chosen} [data-language-group]:not([data-language-group~='${id}'])>[data-language-panel]~[data-language-panel]`;
  return `${offered},${missing}{display:none}`;
}).join('');

const headTags: HtmlTags = [
  { tagName: 'script', innerHTML: script },
  { tagName: 'style', innerHTML: rules },
];
