import type { Finding, Fix } from '../../core/rule';
import { isPatch } from '../kustomizations';
import type { KubernetesObject, Manifest } from '../model';
import { rule } from '../rule';
import { type DecodeFault, faultsIn } from '../schema/decode';
import type { Schema } from '../schema/schema';
import { schemaOf } from '../schema/shipped';
import { meantField, rightPlace, shown } from '../schema/suggest';

export default rule({
  id: 'kubernetes/unknown-field',
  severity: 'error',
  scope: 'part',
  what: { ko: '그 자리에 없는 필드', en: 'A field that does not exist there' },
  why: {
    ko: '`kubectl apply`는 서버에 엄격한 검사를 부탁하기 때문에, 모르는 필드가 하나라도 있으면 `strict decoding error: unknown field`로 통째로 거부된다. 검사를 끄면 더 나쁘다. 그 필드만 조용히 버려지고, 적어 둔 설정은 없던 것이 된다.',
    en: '`kubectl apply` asks the server to be strict: one field it does not know, and the whole object is refused with `strict decoding error: unknown field`. With the check off it is worse: the field is dropped in silence, and what you set was never set.',
  },
  how: {
    ko: '이름의 철자와 대소문자, 들여쓰기를 본다. 필드는 대소문자를 가리고, 한 단계만 밀려도 다른 오브젝트의 필드가 된다. `kubectl explain deployment.spec`처럼 물으면 그 자리에 있는 필드를 알려 준다.',
    en: 'Look at spelling, capitals and indentation: field names are case-sensitive, and one step in or out makes it a field of another object. `kubectl explain deployment.spec` lists the fields of a place.',
  },
  messages: {
    unknown: {
      ko: '`{place}`에 `{name}`{name|이라}는 필드는 없다 (Kubernetes {version}). API 서버가 거부한다.',
      en: '`{place}` has no field `{name}` (Kubernetes {version}): the API server refuses it.',
    },
    near: {
      ko: '`{place}`에 `{name}`{name|이라}는 필드는 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: '`{place}` has no field `{name}`; did you mean `{near}`?',
    },
    misplaced: {
      ko: '`{name}`{name|은} `{place}`의 필드가 아니다. `{right}` 아래에 온다.',
      en: '`{name}` is no field of `{place}`; it belongs under `{right}`.',
    },
    top: {
      ko: '`{name}`{name|은} `{place}`의 필드가 아니다. 오브젝트의 맨 위에 온다.',
      en: '`{name}` is no field of `{place}`; it belongs at the top of the object.',
    },
  },
  concepts: ['concepts/manifest', 'concepts/yaml'],
  source: 'https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      «imagepullPolicy»: Always\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n      imagePullPolicy: Always\n',
      message: 'near',
    },
    {
      bad: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      «replicas»: 3\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      good: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\nspec:\n  replicas: 3\n  selector:\n    matchLabels:\n      app: web\n  template:\n    metadata:\n      labels:\n        app: web\n    spec:\n      containers:\n        - name: web\n          image: nginx:1.29\n',
      message: 'misplaced',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n«colour»: blue\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  colour: blue\n',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  «data»:\n    colour: blue\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\ndata:\n  colour: blue\n',
      message: 'top',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  labels:\n    anything: goes\ndata:\n  any.key: value\n',
    'apiVersion: example.com/v1\nkind: Widget\nmetadata:\n  name: web\nspec:\n  anything: goes\n',
  ],
  *check({ objects, file }: Manifest, { kubernetesVersion, facts }) {
    const schema = schemaOf(kubernetesVersion);
    if (!schema || isPatch(file.uri, facts)) return;
    for (const object of objects) {
      const kind = schema.kind(object.group, object.version, object.kind.value);
      if (!kind) continue;
      for (const fault of faultsIn(schema, object.root, kind.type))
        if (fault.kind === 'unknown-field')
          yield findingOf(fault, { schema, object, root: kind.type, version: kubernetesVersion });
    }
  },
});

interface About {
  readonly schema: Schema;
  readonly object: KubernetesObject;
  /** The type of the whole object. */
  readonly root: string;
  readonly version: string;
}

function findingOf(
  { pair, type, path }: DecodeFault & { kind: 'unknown-field' },
  { schema, object, root, version }: About,
): Finding {
  const { name, key, parent } = pair;
  const place = [object.kind.value, shown(path.slice(0, -1))].filter(Boolean).join('.');
  const values = { name, place, version };
  const right = rightPlace(schema, root, path);
  if (right !== undefined)
    return { span: key.span, message: right === '' ? 'top' : 'misplaced', values: { ...values, right } };
  const near = meantField(name, type, parent);
  if (near === undefined) return { span: key.span, message: 'unknown', values };
  const rename: Fix = {
    title: { ko: '`{near}`{near|으로} 고치기', en: 'Change it to `{near}`' },
    values: { near },
    kind: 'choice',
    edits: [{ span: key.span, text: near }],
  };
  return { span: key.span, message: 'near', values: { ...values, near }, fixes: [rename] };
}
