import type { Text } from '../../core/text';
import type { FaultCode } from '../../yaml/fault';
import type { Manifest } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/yaml-syntax',
  severity: 'error',
  scope: 'part',
  what: { ko: 'YAML로 읽을 수 없다', en: 'The text is not valid YAML' },
  why: {
    ko: 'kubectl은 manifest를 보내기 전에 YAML을 JSON으로 바꾼다. 읽지 못하는 문서는 API 서버에 닿지도 못한다. 같은 파일의 다른 문서는 그대로 읽힌다.',
    en: 'kubectl turns YAML into JSON before it sends anything. A document it cannot read never reaches the API server. The other documents of the file are still read.',
  },
  how: {
    ko: '들여쓰기는 스페이스로만 하고, 같은 층의 key는 같은 칸에 둔다. `:` 뒤에는 한 칸을 띄우고, 따옴표와 괄호는 닫는다.',
    en: 'Indent with spaces only and keep the keys of one level in one column. Put a space behind `:`, and close quotes and brackets.',
  },
  messages: {
    unexpected: {
      ko: '이 자리에 올 수 없는 글자다. 글자 그대로의 값이라면 값 전체를 따옴표로 감싼다.',
      en: 'This cannot stand here. If it is meant as text, put the whole value in quotes.',
    },
    'tab-indentation': {
      ko: 'YAML에서 들여쓰기에 탭은 쓸 수 없다. 스페이스로 바꾼다.',
      en: 'YAML does not indent with tabs; use spaces.',
    },
    indentation: {
      ko: '들여쓰기가 위의 어느 층과도 맞지 않는다.',
      en: 'This indentation fits no level above it.',
    },
    'missing-colon': {
      ko: 'key 뒤에 `:`이 없다.',
      en: 'This key has no `:` behind it.',
    },
    'missing-space': {
      ko: '`:`이나 `-` 뒤에 한 칸을 띄운다.',
      en: 'Put a space behind the `:` or `-`.',
    },
    'missing-key': { ko: '`:` 앞에 key가 없다.', en: 'No key stands before this `:`.' },
    separator: {
      ko: '`---` 뒤에는 주석만 올 수 있다. 내용은 다음 줄에 쓴다.',
      en: 'Only a comment may follow `---`; what belongs to the document goes on the next line.',
    },
    'nested-mapping': {
      ko: '한 줄에 `key: value`가 두 번 나온다. 값이 글자라면 따옴표로 감싼다.',
      en: 'One line holds `key: value` twice. If the value is text, put it in quotes.',
    },
    'unclosed-quote': { ko: '따옴표가 닫히지 않았다.', en: 'This quote is never closed.' },
    'unclosed-bracket': { ko: '괄호가 닫히지 않았다.', en: 'This bracket is never closed.' },
    'missing-comma': {
      ko: '괄호 안의 두 값 사이에 `,`가 없다.',
      en: 'A `,` is missing between these two values.',
    },
    'reserved-character': {
      ko: '값이 이 글자로 시작하려면 따옴표가 필요하다.',
      en: 'A value that starts with this character needs quotes.',
    },
    escape: {
      ko: '큰따옴표 안에서 YAML이 모르는 이스케이프다. 작은따옴표를 쓰거나 `\\\\`로 적는다.',
      en: 'YAML knows no such escape in double quotes. Use single quotes, or write `\\\\`.',
    },
    'block-header': {
      ko: '`|`나 `>` 뒤에는 들여쓰기 숫자와 `+`, `-`만 올 수 있다.',
      en: 'Only an indentation digit, `+` or `-` may follow `|` or `>`.',
    },
    'unknown-anchor': {
      ko: '이 이름의 anchor(`&…`)가 문서에 없다.',
      en: 'The document has no anchor (`&…`) of this name.',
    },
    'alias-expansion': {
      ko: 'alias를 펼치면 너무 커진다.',
      en: 'Unfolding these aliases gives far too much.',
    },
    tag: { ko: 'Kubernetes가 모르는 tag다.', en: 'Kubernetes knows no such tag.' },
    key: {
      ko: 'key는 글자여야 한다. map이나 list는 key가 될 수 없다.',
      en: 'A key must be a plain value; a map or list cannot be one.',
    },
    directive: {
      ko: 'kubectl은 `%`로 시작하는 YAML directive를 읽지 못한다. 이 줄을 지운다.',
      en: 'kubectl cannot read YAML directives (`%…`); delete this line.',
    },
    // Its own rule says this one.
    'duplicate-key': { ko: '같은 key가 이미 있다.', en: 'The key is there already.' },
  } satisfies Record<FaultCode, Text>,
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
