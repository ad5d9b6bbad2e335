import type { Finding, Fix } from '../../core/rule';
import { shortened } from '../../yaml/change';
import type { YamlScalar } from '../../yaml/node';
import { type DecodeFault, faultsIn } from '../../yaml/schema/decode';
import { nameOfNode, onlyWord, quoted, unquoted, WRONG_TYPE_TEXTS } from '../../yaml/schema/found';
import { nameOfType } from '../../yaml/schema/type-names';
import { contents } from '../../yaml/schema/types';
import { knownObjects } from '../fields/known';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/wrong-type',
  severity: 'error',
  scope: 'part',
  what: { ko: '필드의 타입과 다른 값', en: 'A value of another type than the field’s' },
  why: {
    ko: 'API의 필드는 타입이 정해져 있다. 문자열 자리에 숫자가 오면 서버는 바꿔 주지 않고 `cannot unmarshal number into … of type string`으로 거부한다. YAML은 따옴표가 없으면 뜻을 짐작해서, `8080`은 숫자로, `yes`는 true로 읽는다.',
    en: 'Every field of the API has a type. A number where text belongs is not converted: the server refuses it with `cannot unmarshal number into … of type string`. Without quotes YAML guesses: `8080` is a number, `yes` is true.',
  },
  how: {
    ko: '문자열 자리(env의 `value`, label, annotation)의 숫자와 true/false는 따옴표로 감싼다. 숫자 자리(`replicas`, `containerPort`)에서는 따옴표를 뺀다. 목록에는 `- `를 붙인다.',
    en: 'Quote numbers and true/false where text belongs (an env `value`, labels, annotations). Take the quotes off where a number belongs (`replicas`, `containerPort`). Items of a list start with `- `.',
  },
  messages: {
    ...WRONG_TYPE_TEXTS,
    value: {
      ko: '`{field}`에는 {wanted:이} 와야 한다. `{written}`{written|은} 그렇게 읽을 수 없다.',
      en: '`{field}` takes {wanted}; `{written}` cannot be read as that.',
    },
    placeholder: {
      ko: '`{written}`{written|은} 아직 채우지 않은 자리로 보인다. 그대로 두면 YAML은 목록으로 읽고, 여기에 와야 할 {wanted:이} 아니어서 거부된다.',
      en: '`{written}` looks like a placeholder still to be filled in. As it stands YAML reads a list, {wanted} belongs here, and the server refuses it.',
    },
  },
  concepts: ['concepts/yaml', 'concepts/manifest'],
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/',
  also: ['kube-linter/schema-validation'],
  fix: 'safe',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      env:\n        - name: PORT\n          value: «8080»\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      env:\n        - name: PORT\n          value: "8080"\n',
    },
    {
      bad: 'apiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: web\nspec:\n  replicas: «"3"»\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      good: 'apiVersion: apps/v1\nkind: ReplicaSet\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
    },
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    «name: web\n    image: nginx:1.29»\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      message: 'structure',
    },
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: «[IMAGE_NAME]»\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      message: 'placeholder',
    },
    {
      bad: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\ndata:\n  password: «not base64»\n',
      good: 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: web\nstringData:\n  password: not base64\n',
      message: 'value',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: Service\nmetadata:\n  name: web\n  annotations:\n    retries: "3"\nspec:\n  ports:\n    - port: 80\n      targetPort: http\n    - name: b\n      port: 81\n      targetPort: 8081\n',
    'apiVersion: v1\nkind: LimitRange\nmetadata:\n  name: web\nspec:\n  limits:\n    - type: Container\n      max:\n        cpu: 2\n        memory: 1Gi\n',
  ],
  *check(manifest: Manifest, context) {
    for (const { schema, kind, object } of knownObjects(manifest, context))
      for (const fault of faultsIn(schema, object.root, kind.type))
        if (fault.kind === 'wrong-type') yield findingOf(fault);
  },
});

function findingOf({ node, wanted, path }: DecodeFault & { kind: 'wrong-type' }): Finding {
  const { span } = node;
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  const found = nameOfNode(node);
  const values = { field, wanted: nameOfType(wanted), found };
  const name = onlyWord(node) ?? '';
  if (/^[A-Z][A-Z0-9_ -]+$/.test(name))
    return { span, message: 'placeholder', values: { ...values, written: `[${name}]` } };
  if (node.type !== 'scalar' || contents(wanted).of !== 'value')
    return { span, message: 'structure', values };
  const fix = fixOf(node, wanted);
  const speaks = typeof node.value !== 'string' || fix !== undefined;
  return {
    span,
    message: speaks ? 'scalar' : 'value',
    values: { ...values, written: shortened(node.text) },
    fixes: fix ? [fix] : [],
  };
}

function fixOf(node: YamlScalar, wanted: string): Fix | undefined {
  if (wanted === 'string') return quoted(node);
  return PLAIN[wanted]?.test(node.text) ? unquoted(node) : undefined;
}

const PLAIN: Readonly<Record<string, RegExp>> = {
  int32: /^(?:0|-?[1-9]\d*)$/,
  int64: /^(?:0|-?[1-9]\d*)$/,
  boolean: /^(?:true|false)$/,
};
