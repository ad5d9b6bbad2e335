import { entry, keySpan } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

const LABEL = 'app.kubernetes.io/instance';

export default rule({
  id: 'kubernetes/instance-label-mismatch',
  severity: 'off',
  scope: 'part',
  what: {
    ko: 'label `app.kubernetes.io/instance`가 오브젝트의 이름과 다르다',
    en: 'A label `app.kubernetes.io/instance` that is not the name of the object',
  },
  why: {
    ko: '이 label은 같은 프로그램을 여럿 깔았을 때 어느 것인지 말한다. 이름과 같게 두기로 한 팀에서는 label로 고른 것과 이름으로 고른 것이 같아진다. Helm은 여기에 release의 이름을 적으므로 다른 것이 보통이다.',
    en: 'The label says which one it is where a program is installed several times. Teams that keep it the same as the name get the same thing by label and by name. Helm writes the name of the release there, which usually differs.',
  },
  how: {
    ko: 'label을 `metadata.name`과 같게 적는다.',
    en: 'Write the same as in `metadata.name`.',
  },
  messages: {
    other: {
      ko: 'label이 `{value}`, 이름은 `{name}`{name|이다}.',
      en: 'The label is `{value}` and the name is `{name}`.',
    },
    missing: {
      ko: 'label `app.kubernetes.io/instance`가 없다. `{name}`{name|이라}고 적는다.',
      en: 'There is no label `app.kubernetes.io/instance`; it is to be `{name}`.',
    },
  },
  concepts: ['concepts/label', 'kubernetes/labels'],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/',
  also: ['polaris/metadataAndInstanceMismatched'],
  examples: [
    { bad: pod('labels', '«shop»'), good: pod('labels', 'web') },
    {
      bad: pod('«labels»', 'x').replace(`${LABEL}: x`, 'app: web'),
      good: pod('labels', 'web'),
      message: 'missing',
    },
  ],
  allows: [pod('labels', 'web'), 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n'],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { workload, labels, name, metadata } of manifest.objects) {
      if (!workload || !name || name.node.templated || !metadata) continue;
      const found = labels.find((label) => label.name === LABEL);
      const values = { name: name.value, value: found?.value ?? '' };
      if (!found)
        yield {
          span: entry(metadata, 'labels')?.key.span ?? keySpan(metadata),
          message: 'missing',
          values: { name: name.value },
        };
      else if (!found.unknown && found.value !== name.value)
        yield { span: found.valueSpan, message: 'other', values };
    }
  },
});

function pod(labels: string, value: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\n  ${labels}:\n    ${LABEL}: ${value}\nspec:\n  containers:\n    - name: web\n      image: nginx:1.29\n`;
}
