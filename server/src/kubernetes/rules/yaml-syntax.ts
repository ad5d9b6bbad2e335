import { FAULT_TEXTS } from '../../yaml/fault-texts';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/yaml-syntax',
  severity: 'error',
  scope: 'part',
  what: { ko: 'YAML로 읽을 수 없다', en: 'The text is not valid YAML' },
  why: {
    ko: 'kubectl은 manifest를 보내기 전에 YAML을 JSON으로 바꾼다. 읽지 못하는 문서는 API server에 닿지도 못한다. 같은 파일의 다른 문서는 그대로 읽힌다.',
    en: 'kubectl turns YAML into JSON before it sends anything. A document it cannot read never reaches the API server. The other documents of the file are still read.',
  },
  how: {
    ko: '들여쓰기는 스페이스로만 하고, 같은 층의 key는 같은 칸에 둔다. `:` 뒤에는 한 칸을 띄우고, 따옴표와 괄호는 닫는다.',
    en: 'Indent with spaces only and keep the keys of one level in one column. Put a space behind `:`, and close quotes and brackets.',
  },
  messages: {
    ...FAULT_TEXTS,
    tag: { ko: 'Kubernetes가 모르는 tag다.', en: 'Kubernetes knows no such tag.' },
    directive: {
      ko: 'kubectl은 `%`로 시작하는 YAML directive를 읽지 못한다. 이 줄을 지운다.',
      en: 'kubectl cannot read YAML directives (`%…`); delete this line.',
    },
  },
  concepts: ['concepts/yaml', 'concepts/manifest'],
  source: 'https://yaml.org/spec/1.2.2/',
  also: [],
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Namespace\nmetadata:\n«\t»name: web\n',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: web\n',
      message: 'tab-indentation',
    },
    {
      bad: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: «"web»\n',
      good: 'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: "web"\n',
      message: 'unclosed-quote',
    },
    {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas«:»3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      message: 'missing-space',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: web, labels: {team: "a: b"}}\n',
    // A template is not YAML yet.
    'apiVersion: v1\nkind: Namespace\nmetadata:\n  name: {{ .Values.name }}\n',
    // Not a manifest.
    'version: "3"\nservices: [web\n',
  ],
  *check({ sort, document }: Manifest) {
    if (sort !== 'object' && sort !== 'incomplete' && sort !== 'fragment') return;
    for (const { code, span } of document.faults) if (code !== 'duplicate-key') yield { span, message: code };
  },
});
