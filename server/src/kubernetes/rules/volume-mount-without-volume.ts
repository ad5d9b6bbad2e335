import { closest } from '../../core/closest';
import type { Finding, Fix } from '../../core/rule';
import type { Edit } from '../../core/span';
import type { Text } from '../../core/text';
import { addEntry, addItem, replaceValue } from '../../yaml/edit';
import { asSeq, get, itemsOf } from '../../yaml/navigate';
import type { YamlDocument } from '../../yaml/node';
import { rewrite, type Word, wordOf } from '../../yaml/word';
import type { Manifest } from '../model';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { nodesAt } from '../references/read';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/volume-mount-without-volume',
  severity: 'error',
  scope: 'part',
  what: {
    ko: '없는 volume을 mount한다',
    en: 'A mount of a volume that the Pod does not have',
  },
  why: {
    ko: '컨테이너의 `volumeMounts`는 Pod의 `volumes`에 적힌 것을 이름으로 가져다 쓴다. StatefulSet이면 `volumeClaimTemplates`도 volume이 된다. 그 이름이 없으면 API server가 거부한다.',
    en: "A container's `volumeMounts` take what the Pod's `volumes` offer, by name; in a StatefulSet its `volumeClaimTemplates` are volumes, too. The API server rejects a name that is not there.",
  },
  how: {
    ko: '이름을 `volumes`에 있는 것과 맞추거나, volume을 더한다. `emptyDir`은 Pod와 함께 생기고 사라지는 빈 폴더다.',
    en: 'Make the two names equal, or add the volume. An `emptyDir` is an empty folder that comes and goes with the Pod.',
  },
  messages: {
    near: {
      ko: '이 Pod에 volume `{name}`{name|은} 없고 `{near}`{near|이} 있다. API server가 거부한다.',
      en: 'This Pod has no volume `{name}`; it has `{near}`. The API server rejects this.',
    },
    missing: {
      ko: '이 Pod에 volume `{name}`{name|이} 없다. API server가 거부한다.',
      en: 'This Pod has no volume `{name}`; the API server rejects this.',
    },
    claim: {
      ko: '이 Pod의 `resourceClaims`에 `{name}`{name|이} 없다. API server가 거부한다.',
      en: 'The `resourceClaims` of this Pod have no `{name}`; the API server rejects this.',
    },
    nearClaim: {
      ko: '이 Pod의 `resourceClaims`에 `{name}`{name|은} 없고 `{near}`{near|이} 있다. API server가 거부한다.',
      en: 'The `resourceClaims` of this Pod have no `{name}`; they have `{near}`. The API server rejects this.',
    },
    there: { ko: '여기 있는 것: `{near}`', en: 'What is here: `{near}`' },
  },
  concepts: ['kubernetes/volumes', 'kubernetes/volume-mounts'],
  source: 'https://kubernetes.io/docs/concepts/storage/volumes/#how-volumes-work',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: pod('«date»', 'data'),
      good: [pod('data', 'data'), pod('date', 'date')],
    },
    {
      bad: pod('«data»', '').replace(/ {2}volumes:[\s\S]*$/, ''),
      good: pod('data', 'data'),
      message: 'missing',
    },
  ],
  allows: [
    pod('data', 'data'),
    pod('{{ .Values.volume }}', 'data'),
    // The patch brings it.
    {
      files: {
        'pod.yaml': pod('cache', 'data'),
        'kustomization.yaml': 'resources: [pod.yaml]\npatches: [{path: volumes.yaml}]\n',
      },
    },
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts)) {
      const volumes = volumesOf(pod);
      const claims = namesIn(get(pod.spec, 'resourceClaims'));
      for (const { node } of pod.containers) {
        const named = (list: string, path: string[] = []) => namesIn(get(node, ...path, list));
        for (const name of named('volumeMounts'))
          yield* judge(name, volumes, 'volume', () => repairs(manifest.document, pod, name, volumes));
        for (const name of named('volumeDevices'))
          yield* judge(name, volumes, 'volume', () => renames(pod, name, volumes));
        for (const name of named('claims', ['resources']))
          yield* judge(name, claims, 'claim', () => renames(pod, name, claims));
      }
    }
  },
});

function volumesOf({ spec, workload }: Pod): readonly Word[] {
  const own = namesIn(get(spec, 'volumes'));
  if (workload.kind !== 'StatefulSet') return own;
  const templates = itemsOf(get(workload.spec, 'volumeClaimTemplates'));
  return [...own, ...templates.flatMap((one) => wordOf(get(one, 'metadata', 'name')) ?? [])];
}

function namesIn(list: Parameters<typeof itemsOf>[0]): readonly Word[] {
  return itemsOf(list).flatMap((item) => wordOf(get(item, 'name')) ?? []);
}

function* judge(
  name: Word,
  known: readonly Word[],
  sort: 'volume' | 'claim',
  fixes: () => Iterable<Fix>,
): Generator<Finding> {
  if (known.some(({ text }) => text === name.text)) return;
  const near = nearOf(name, known);
  const values = { name: name.text, near: near?.text ?? '' };
  yield {
    span: name.span,
    message: sort === 'claim' ? (near ? 'nearClaim' : 'claim') : near ? 'near' : 'missing',
    values,
    related: near ? [{ span: near.span, message: 'there', values: { near: near.text } }] : [],
    fixes: [...fixes()],
  };
}

function nearOf({ text }: Word, known: readonly Word[]): Word | undefined {
  const near = closest(
    text,
    known.map((one) => one.text),
  );
  return known.find((one) => one.text === near);
}

function* repairs(document: YamlDocument, pod: Pod, name: Word, volumes: readonly Word[]): Iterable<Fix> {
  yield* renames(pod, name, volumes);
  const near = nearOf(name, volumes);
  // One that nobody mounts is the one that is meant.
  if (!near || isUsed(pod, near)) yield fix(TITLES.add, name.text, addVolume(document, pod, name.text));
}

/** The volume follows only where no other mount knows it by its name. */
function* renames(pod: Pod, name: Word, known: readonly Word[]): Iterable<Fix> {
  const near = nearOf(name, known);
  if (!near) return;
  yield fix(TITLES.use, near.text, rewrite(name, near.text));
  if (!isUsed(pod, near)) yield fix(TITLES.call, name.text, rewrite(near, name.text));
}

function isUsed({ containers }: Pod, { text }: Word): boolean {
  return containers.some(({ node }) =>
    USES.some((path) => nodesAt(node, path).some((one) => wordOf(one)?.text === text)),
  );
}

const USES = ['volumeMounts[].name', 'volumeDevices[].name', 'resources.claims[].name'];

function addVolume(document: YamlDocument, { spec }: Pod, name: string): Edit {
  const list = asSeq(get(spec, 'volumes'));
  const flow = `{name: ${name}, emptyDir: {}}`;
  if (list && list.items.length > 0)
    return addItem(document, list, list.flow ? flow : `name: ${name}\n  emptyDir: {}`);
  const key = spec.pairs.find((one) => one.name === 'volumes');
  if (key) return replaceValue(key.value, `[${flow}]`);
  const value = spec.flow ? `[${flow}]` : `\n  - name: ${name}\n    emptyDir: {}`;
  return addEntry(document, spec, 'volumes', value);
}

function fix(title: Text, name: string, edit: Edit): Fix {
  return { title, values: { name }, kind: 'choice', edits: [edit] };
}

const TITLES = {
  use: { ko: '`{name}`{name|을} 쓰기', en: 'Use `{name}`' },
  call: {
    ko: '여기 있는 것의 이름을 `{name}`{name|으로} 바꾸기',
    en: 'Rename the one that is here to `{name}`',
  },
  add: { ko: '빈 volume `{name}` 더하기', en: 'Add an empty volume `{name}`' },
} satisfies Record<string, Text>;

function pod(mount: string, volume: string): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      image: nginx:1.29.0
      volumeMounts:
        - name: ${mount}
          mountPath: /data
  volumes:
    - name: ${volume}
      emptyDir: {}
`;
}
