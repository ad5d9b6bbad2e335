import type { Finding, PeerName } from '../../core/rule';
import { entry, keySpan } from '../../yaml/navigate';
import type { KubernetesObject, Manifest, Workload } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule<{ requiredAnnotations: Readonly<Record<string, string>> }>({
  id: 'kubernetes/missing-required-annotation',
  severity: 'off',
  scope: 'part',
  what: {
    ko: '꼭 붙이기로 한 annotation이 없거나 꼴이 다르다',
    en: 'An annotation that every object is to have is missing, or has another form',
  },
  why: {
    ko: 'annotation은 고르는 데 쓰지 않는 메모다. 문제가 생겼을 때 누구에게 연락할지를 여기에 적어 두면, 오브젝트만 보고도 물어볼 사람을 안다.',
    en: 'An annotation is a note that nothing selects by. With the address of whoever is responsible in it, one look at the object tells whom to ask.',
  },
  how: {
    ko: '`metadata.annotations`에 적는다. 이름과 값의 꼴(정규식)은 설정의 `requiredAnnotations`에 적는다.',
    en: 'Write it in `metadata.annotations`. The names, each with a regular expression for its value, are `requiredAnnotations` in the configuration.',
  },
  messages: {
    missing: { ko: 'annotation이 없다: {annotations}', en: 'Missing annotations: {annotations}.' },
    form: {
      ko: 'annotation `{annotation}`의 값이 정한 꼴({form})이 아니다.',
      en: 'The value of the annotation `{annotation}` is not of the form {form}.',
    },
  },
  concepts: ['kubernetes/annotations', 'concepts/object'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/',
  also: ['kube-linter/required-annotation-email'],
  options: {
    requiredAnnotations: {
      default: { email: '[^@\\s]+@[^@\\s]+\\.[^@\\s]+' },
      what: {
        ko: '모든 오브젝트에 있어야 하는 annotation의 이름과, 값이 맞아야 하는 정규식',
        en: 'The annotations every object is to have, each with a regular expression its value has to match.',
      },
    },
  },
  examples: [
    {
      bad: 'apiVersion: v1\nkind: Pod\n«metadata»:\n  name: web\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
      good: 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  annotations:\n    email: team@example.com\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\n«metadata»:\n  name: web\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations:\n    email: team@example.com\n',
    },
    {
      bad: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations:\n    email: «team»\n',
      good: 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations:\n    email: team@example.com\n',
      message: 'form',
    },
  ],
  allows: [
    'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n  annotations:\n    email: team@example.com\n',
  ],
  *check(manifest: Manifest, { facts, options: { requiredAnnotations } }) {
    if (!isWhole(manifest, facts)) return;
    for (const object of manifest.objects) {
      yield* missing(object, Object.keys(requiredAnnotations));
      yield* malformed(object, requiredAnnotations);
    }
  },
});

function* missing(
  { metadata, annotations, kind, workload }: KubernetesObject,
  wanted: readonly string[],
): Generator<Finding> {
  const names = wanted.filter((one) => !annotations.some(({ name }) => name === one));
  if (names.length === 0) return;
  yield {
    span: entry(metadata, 'annotations')?.key.span ?? (metadata ? keySpan(metadata) : kind.node.span),
    values: { annotations: names.map((name) => `\`${name}\``) },
    also: namesFor(workload, names),
  };
}

function* malformed(
  { annotations, workload }: KubernetesObject,
  forms: Readonly<Record<string, string>>,
): Generator<Finding> {
  for (const { name, value, valueSpan, unknown } of annotations) {
    const form = Object.hasOwn(forms, name) ? forms[name]! : undefined;
    if (form === undefined || unknown || matches(form, value)) continue;
    yield {
      span: valueSpan,
      message: 'form',
      values: { annotation: name, form },
      also: namesFor(workload, [name]),
    };
  }
}

/** kube-linter asks what runs pods only. */
function namesFor(workload: Workload | undefined, annotations: readonly string[]): PeerName[] {
  return workload && annotations.includes('email') ? ['kube-linter/required-annotation-email'] : [];
}

/** Anywhere in the value, as regular expressions do; one that is none asks for nothing. */
function matches(form: string, value: string): boolean {
  try {
    return new RegExp(form, 'u').test(value);
  } catch {
    return true;
  }
}
