import type { Finding, Fix } from '../../core/rule';
import { shortened } from '../../yaml/change';
import type { YamlNode } from '../../yaml/node';
import type { DecodeFault } from '../../yaml/schema/decode';
import { nameOfNode, onlyWord, quoted, unquoted, WRONG_TYPE_TEXTS } from '../../yaml/schema/found';
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
    ko: '`args`와 `env`의 항목은 모두 문자열이다. YAML은 따옴표가 없는 `8080`을 숫자로, `true`를 boolean으로 읽고, Cloud Build는 그것을 문자열로 바꿔 주지 않는다. 목록 자리에 문자열 하나만 쓰면 `gcloud`는 받아 주지만 trigger는 `cannot unmarshal string`으로 실패한다.',
    en: 'Every item of `args` and `env` is text. Without quotes YAML reads `8080` as a number and `true` as a truth value, and Cloud Build turns neither into text. A single text where a list belongs is taken by `gcloud`, but a trigger fails with `cannot unmarshal string`.',
  },
  how: {
    ko: '숫자와 true/false를 인자로 넘길 때는 따옴표로 감싼다. 항목이 하나뿐이어도 목록은 `[ ]`나 `- `로 쓴다.',
    en: 'Quote numbers and true/false that are arguments. Write a list as one, `[ ]` or `- `, even if it has a single item.',
  },
  messages: {
    ...WRONG_TYPE_TEXTS,
    placeholder: {
      ko: '`{written}`{written|은} 아직 채우지 않은 자리로 보인다. 그대로 두면 YAML은 목록으로 읽고, 여기에 와야 할 {wanted:이} 아니어서 거부된다.',
      en: '`{written}` looks like a placeholder still to be filled in. As it stands YAML reads a list, {wanted} belongs here, and the build is refused.',
    },
    single: {
      ko: '`{field}`에는 목록이 와야 한다. trigger가 시작한 빌드는 여기서 실패한다.',
      en: '`{field}` takes a list: a build that a trigger starts fails here.',
    },
  },
  concepts: ['concepts/yaml', 'concepts/cloudbuild-file'],
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
    {
      bad: 'steps:\n  - name: ubuntu\n    args: [echo, $_BUCKET]\nsubstitutions:\n  _BUCKET: «[Your bucket]»\n',
      good: 'steps:\n  - name: ubuntu\n    args: [echo, $_BUCKET]\nsubstitutions:\n  _BUCKET: my-bucket\n',
      message: 'placeholder',
    },
  ],
  allows: [
    'steps:\n  - name: ubuntu\n    waitFor: [-]\n',
    'steps:\n  - name: ubuntu\n    args: ["8080", a, $_COUNT]\noptions:\n  diskSizeGb: "100"\n',
    'steps:\n  - name: ubuntu\n    allowExitCodes: [1, 2]\noptions:\n  diskSizeGb: 100\n  dynamicSubstitutions: true\n',
  ],
  *check(build: Build) {
    for (const fault of faultsOf(build)) if (fault.kind === 'wrong-type') yield findingOf(fault);
  },
});

function findingOf({ node, wanted, path }: Wrong): Finding {
  const { span } = node;
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  const values = { field, wanted: nameOfType(wanted), found: nameOfNode(node) };
  const held = contents(wanted);
  const isOne = node.type === 'scalar' || (node.type === 'map' && /^[A-Z]/.test(held.type));
  if (held.of === 'list' && isOne)
    return { span, message: 'single', values, severity: 'warning', fixes: listed(node) };
  const name = onlyWord(node);
  if (name && held.of === 'value')
    return { span, message: 'placeholder', values: { ...values, written: `[${shortened(name)}]` } };
  if (node.type !== 'scalar' || held.of !== 'value') return { span, message: 'structure', values };
  const fix = wanted !== 'boolean' ? quoted(node) : /^(?:true|false)$/.test(node.text) && unquoted(node);
  return {
    span,
    message: 'scalar',
    values: { ...values, written: shortened(node.text) },
    fixes: fix ? [fix] : [],
  };
}

type Wrong = DecodeFault & { kind: 'wrong-type' };

function listed(node: YamlNode): readonly Fix[] {
  if (node.type !== 'scalar' || typeof node.value !== 'string' || /^(?:literal|folded)$/.test(node.style))
    return [];
  const { span } = node;
  const edits = [
    { span: { ...span, end: span.start }, text: '[' },
    { span: { ...span, start: span.end }, text: ']' },
  ];
  return [{ title: { ko: '목록으로 쓰기', en: 'Write it as a list' }, kind: 'safe', edits }];
}
