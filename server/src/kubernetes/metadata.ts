import { asScalar, entriesOf, get } from '../yaml/navigate';
import type { YamlNode, YamlScalar } from '../yaml/node';
import type { Word } from '../yaml/word';
import type { Label, Written } from './model';

/** The entries of a map of strings, in order; values that are no scalars are left out. */
export function readLabels(node: YamlNode | undefined): readonly Label[] {
  return entriesOf(node).flatMap(({ name, key, value }): Label[] => {
    const scalar = asScalar(value);
    if (!scalar) return [];
    return [
      {
        name,
        value: scalar.text,
        keySpan: key.span,
        valueSpan: value.span,
        keyWord: wordIn(key, name),
        valueWord: wordIn(value, scalar.text),
        isString: typeof scalar.value === 'string',
        unknown: key.templated || scalar.templated || isHalfTyped(scalar),
      },
    ];
  });
}

/** Where a text stands that may be empty or a template's; behind an alias, where its anchor is. */
export function wordIn(node: YamlNode, text: string): Word {
  const scalar = asScalar(node);
  return { text, span: scalar?.span ?? node.span, style: scalar?.style ?? 'plain' };
}

/** A scalar as text, whatever its type; nothing where it is absent or null. */
export function readWritten(map: YamlNode | undefined, key: string): Written<string> | undefined {
  const node = asScalar(get(map, key));
  return node && (node.value !== null || node.templated) ? { value: node.text, node } : undefined;
}

/** `app:` with nothing behind it: somebody is still typing. */
export function isHalfTyped({ span }: YamlScalar): boolean {
  return span.start === span.end;
}
