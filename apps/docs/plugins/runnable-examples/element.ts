import type { RootContent } from 'mdast';

/** An element of JSX within a page of Markdown. */
export interface JsxElement {
  readonly type: 'mdxJsxFlowElement';
  readonly name: string;
  readonly attributes: readonly {
    readonly type: 'mdxJsxAttribute';
    readonly name: string;
    readonly value: string;
  }[];
  readonly children: readonly (JsxElement | RootContent)[];
}

export function element(
  name: string,
  props: Readonly<Record<string, string>>,
  children: readonly (JsxElement | RootContent)[],
): JsxElement {
  const attributes = Object.entries(props).map(([key, value]) => ({
    type: 'mdxJsxAttribute' as const,
    name: key,
    value,
  }));
  return { type: 'mdxJsxFlowElement', name, attributes, children };
}
