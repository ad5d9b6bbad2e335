import type { Finding, Fix } from '../../core/rule';
import type { YamlScalar } from '../../yaml/node';
import type { DecodeFault } from '../../yaml/schema/decode';
import { nameOfType } from '../../yaml/schema/type-names';
import { contents } from '../../yaml/schema/types';
import type { Build } from '../model';
import { rule } from '../rule';
import { faultsOf } from '../typed';

export default rule({
  id: 'cloudbuild/wrong-type',
  severity: 'error',
  scope: 'part',
  what: { ko: '필드의 타입과 다른 값', en: 'A value of another type than the field’s' },
  why: {
    ko: '`args`와 `env`의 항목은 모두 문자열이다. YAML은 따옴표가 없는 `8080`을 숫자로, `true`를 참값으로 읽고, Cloud Build는 그것을 문자열로 바꿔 주지 않는다. 목록 자리에 문자열 하나만 쓰면 `gcloud`는 받아 주지만 트리거는 `cannot unmarshal string`으로 실패한다.',
    en: 'Every item of `args` and `env` is text. Without quotes YAML reads `8080` as a number and `true` as a truth value, and Cloud Build turns neither into text. A single text where a list belongs is taken by `gcloud`, but a trigger fails with `cannot unmarshal string`.',
  },
  how: {
    ko: '숫자와 true/false를 인자로 넘길 때는 따옴표로 감싼다. 항목이 하나뿐이어도 목록은 `[ ]`나 `- `로 쓴다.',
    en: 'Quote numbers and true/false that are arguments. Write a list as one, `[ ]` or `- `, even if it has a single item.',
  },
  messages: {
    scalar: {
      ko: '`{field}`에는 {wanted:이} 와야 하는데, YAML은 `{written}`{written|을} {found:으로} 읽는다.',
      en: '`{field}` takes {wanted}; YAML reads `{written}` as {found}.',
    },
    structure: {
      ko: '`{field}`에는 {wanted:이} 와야 하는데, 여기에는 {found:이} 있다.',
      en: '`{field}` takes {wanted}; here is {found}.',
    },
    single: {
      ko: '`{field}`에는 목록이 와야 한다. 트리거가 시작한 빌드는 여기서 실패한다.',
      en: '`{field}` takes a list: a build that a trigger starts fails here.',
    },
  },
  concepts: ['concepts/yaml'],
  source: 'https://docs.cloud.google.com/build/docs/build-config-file-schema',
  also: [],
  fix: 'safe',
  examples: [
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [sleep, «30»]\n',
      good: 'steps:\n  - name: ubuntu\n    args: [sleep, "30"]\n',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    env: «HOME=/tmp»\n',
      good: 'steps:\n  - name: ubuntu\n    env: [HOME=/tmp]\n',
      message: 'single',
    },
    {
      bad: 'steps:\n  - name: ubuntu\n    args:\n      - «echo: hello»\n',
      good: 'steps:\n  - name: ubuntu\n    args:\n      - echo\n      - hello\n',
      message: 'structure',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    args: ["8080", a, $_COUNT]\noptions:\n  diskSizeGb: "100"\n',
    'steps:\n  - name: ubuntu\n    allowExitCodes: [1, 2]\noptions:\n  diskSizeGb: 100\n  dynamicSubstitutions: true\n',
  ],
  *check(build: Build) {
    for (const fault of faultsOf(build)) if (fault.kind === 'wrong-type') yield findingOf(fault);
  },
});

type Wrong = DecodeFault & { kind: 'wrong-type' };

function findingOf({ node, wanted, path }: Wrong): Finding {
  const { span } = node;
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  const values = { field, wanted: nameOfType(wanted) };
  const held = contents(wanted);
  const isOne = node.type === 'scalar' || (node.type === 'map' && /^[A-Z]/.test(held.type));
  if (held.of === 'list' && isOne)
    return {
      span,
      message: 'single',
      values,
      severity: 'warning',
      ...(node.type === 'scalar' && typeof node.value === 'string' && { fixes: [listed(node)] }),
    };
  if (node.type !== 'scalar' || held.of !== 'value')
    return { span, message: 'structure', values: { ...values, found: { text: FOUND[sortOf(node)] } } };
  const written = node.text.length > 40 ? `${node.text.slice(0, 39)}…` : node.text;
  const found = { text: FOUND[sortOf(node)] };
  return { span, message: 'scalar', values: { ...values, written, found }, fixes: fixesOf(node, wanted) };
}

function listed({ span, style }: YamlScalar): Fix {
  const edits = [
    { span: { ...span, end: span.start }, text: '[' },
    { span: { ...span, start: span.end }, text: ']' },
  ];
  return {
    title: { ko: '목록으로 쓰기', en: 'Write it as a list' },
    kind: 'safe',
    edits: style === 'literal' || style === 'folded' ? [] : edits,
  };
}

/** The very characters that are written, as text; or without the quotes that make a truth value a text. */
function fixesOf({ value, text, style, span }: YamlScalar, wanted: string): readonly Fix[] {
  if (wanted !== 'boolean' && typeof value !== 'string' && style === 'plain')
    return [
      {
        title: { ko: '따옴표로 감싸기', en: 'Put it in quotes' },
        kind: 'safe',
        edits: [{ span, text: `"${text}"` }],
      },
    ];
  if (wanted !== 'boolean' || !/^(?:true|false)$/.test(text)) return [];
  return [{ title: { ko: '따옴표 빼기', en: 'Take the quotes off' }, kind: 'safe', edits: [{ span, text }] }];
}

type Sort = keyof typeof FOUND;

function sortOf(node: Wrong['node']): Sort {
  if (node.type !== 'scalar') return node.type;
  return typeof node.value === 'number' ? 'number' : typeof node.value === 'boolean' ? 'boolean' : 'string';
}

const FOUND = {
  map: { ko: 'map(`key: value`)', en: 'a map (`key: value`)' },
  seq: { ko: '목록', en: 'a list' },
  alias: { ko: '다른 값', en: 'another value' },
  number: { ko: '숫자', en: 'a number' },
  boolean: { ko: 'true/false', en: 'true or false' },
  string: { ko: '문자열', en: 'text' },
} as const;
