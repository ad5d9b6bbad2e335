import type { Span } from '../../core/span';
import type { YamlDocument } from '../../yaml/node';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/duplicate-key',
  severity: 'error',
  scope: 'part',
  what: { ko: '같은 key가 한 map에 두 번 있다', en: 'A map has the same key twice' },
  why: {
    ko: '한 map에서 key는 하나뿐이다. kubectl은 두 번째를 만나면 문서를 거부한다. 너그러운 도구는 앞의 값을 소리 없이 버린다.',
    en: 'A map holds each key once. kubectl rejects the document at the second one; more lenient tools silently drop the first value.',
  },
  how: {
    ko: '남길 값을 하나 고르고 다른 줄을 지운다. 둘 다 필요하면 한 key 아래로 합친다.',
    en: 'Decide which value stays and delete the other line. If both are needed, join them below one key.',
  },
  messages: {
    repeated: {
      ko: '`{key}` key가 이 map에 이미 있다. kubectl이 거부한다.',
      en: 'This map already has the key `{key}`; kubectl rejects it.',
    },
    separator: {
      ko: '여기서 두 번째 오브젝트가 시작한다. 위에 `---` 한 줄을 넣어 나눈다.',
      en: 'A second object begins here; put a line `---` above it.',
    },
    first: { ko: '처음 나온 자리', en: 'The first one is here' },
  },
  concepts: ['concepts/yaml'],
  source: 'https://yaml.org/spec/1.2.2/#3213-node-comparison',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels:\n    team: a\n  «labels»:\n    tier: b\n',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n  labels:\n    team: a\n    tier: b\n',
    },
    {
      bad: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n«apiVersion»: v1\nkind: Namespace\nmetadata:\n  name: b\n',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n---\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: b\n',
      message: 'separator',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: List\nitems:\n  - {apiVersion: v1, kind: Namespace, metadata: {name: a}}\n',
  ],
  *check({ sort, document }: Manifest) {
    if (sort !== 'object' && sort !== 'incomplete' && sort !== 'fragment') return;
    const second = secondObject(document);
    if (second)
      yield {
        span: second,
        message: 'separator',
        fixes: [
          {
            title: SPLIT,
            kind: 'choice',
            edits: [{ span: { ...second, end: second.start }, text: '---\n' }],
          },
        ],
      };
    for (const { code, span, related } of document.faults)
      if (code === 'duplicate-key' && !(second && span.start >= second.start))
        yield {
          span,
          values: { key: document.text.slice(span.start, span.end) },
          related: related && [{ span: related, message: 'first' }],
        };
  },
});

const SPLIT = { ko: '`---`로 나누기', en: 'Divide with `---`' };

/** Where `apiVersion` and `kind` come a second time at the top: somebody forgot the line between two objects. */
function secondObject({ root }: YamlDocument): Span | undefined {
  if (root?.type !== 'map' || root.flow) return undefined;
  const again = (key: string) => root.pairs.filter(({ name }) => name === key)[1]?.key.span;
  const [version, kind] = [again('apiVersion'), again('kind')];
  return version && kind && (version.start < kind.start ? version : kind);
}
