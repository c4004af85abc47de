import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  HighlightStyle,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

export interface EditorSetup {
  readonly label: string;
  readonly value: string;
  readonly file: string;
  onChange(value: string): void;
}

/** The colors are those of code on the rest of the site, light and dark. */
const colors = HighlightStyle.define([
  { tag: [tags.keyword, tags.operator], color: 'var(--code-keyword)' },
  { tag: [tags.string, tags.regexp, tags.special(tags.string)], color: 'var(--code-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--code-number)' },
  {
    tag: [tags.function(tags.variableName), tags.propertyName, tags.typeName],
    color: 'var(--code-name)',
  },
  { tag: [tags.comment, tags.punctuation], color: 'var(--code-faint)' },
]);

/** Makes an editor that is ready to be typed in. The Tab key leaves it, as it leaves every field. */
export function createEditor(parent: HTMLElement, setup: EditorSetup): () => void {
  const view = new EditorView({
    doc: setup.value,
    parent,
    extensions: [
      lineNumbers(),
      // Nothing scrolls within the page: a region that does is out of reach of the keyboard.
      EditorView.lineWrapping,
      history(),
      bracketMatching(),
      indentOnInput(),
      javascript({ typescript: setup.file.endsWith('.ts') }),
      syntaxHighlighting(colors),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      EditorView.contentAttributes.of({ 'aria-label': setup.label }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) setup.onChange(update.state.doc.toString());
      }),
    ],
  });
  view.focus();
  return () => view.destroy();
}
