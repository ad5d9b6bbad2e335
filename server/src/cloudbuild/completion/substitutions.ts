import type { Completion } from '../../core/completion';
import { literal } from '../../core/completion';
import type { Span } from '../../core/span';
import { BUILT_IN } from '../facts/substitutions';
import type { Build } from '../model';

/** A `$` that is being written, with what stands behind it. */
interface Dollar {
  readonly span: Span;
  readonly braced: boolean;
}

/** Whether the cursor stands behind a `$`; not behind two, which are a dollar sign, and not in a script or comment. */
export function isDollarAt({ document, steps }: Build, offset: number): Dollar | undefined {
  const { text, comments, span } = document;
  const isIn = (range: Span) => range.start < offset && offset <= range.end;
  if (comments.some((one) => isIn(one.span)) || steps.some(({ script }) => script && isIn(script.span)))
    return undefined;
  const [whole, dollars = '', brace, rest = ''] =
    /(\$+)(\{)?([A-Z_0-9]*)$/.exec(text.slice(Math.max(0, offset - 120), offset)) ?? [];
  if (whole === undefined || dollars.length % 2 === 0) return undefined;
  const behind = /^[A-Z_0-9]*\}?/.exec(text.slice(offset))![0];
  const tail = behind.endsWith('}') && brace === undefined ? behind.slice(0, -1) : behind;
  const start = offset - rest.length - (brace?.length ?? 0) - 1;
  return { span: { ...span, start, end: offset + tail.length }, braced: brace !== undefined };
}

/** Those of the file first, then what Cloud Build knows. */
export function substitutions({ substitutions: own }: Build, { span, braced }: Dollar): Completion {
  const write = (name: string) => (braced ? `\${${name}}` : `$${name}`);
  return {
    span,
    items: [
      ...own.map(({ name, value }) => ({
        label: write(name),
        sort: 'name' as const,
        body: literal(write(name)),
        place: ['$', 'user'],
        ...(value && { detail: { text: VALUE, values: { value: value.text } } }),
      })),
      ...Object.entries(BUILT_IN).map(([name, what]) => ({
        label: write(name),
        sort: 'value' as const,
        body: literal(write(name)),
        detail: { text: what },
        place: ['$', name],
      })),
    ],
  };
}

const VALUE = { ko: '{value}', en: '{value}' };
