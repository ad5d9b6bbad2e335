import { asScalar, entry, get, itemsOf, stringOf } from '../../yaml/navigate';
import type { Manifest } from '../model';
import { isWhole, type Pod, podsIn } from '../pods/pods';
import { rule } from '../rule';

export default rule<{ dnsOptions: Readonly<Record<string, string>> }>({
  id: 'kubernetes/missing-dns-option',
  severity: 'off',
  scope: 'part',
  what: { ko: '정해 둔 `dnsConfig` option이 없다', en: 'A `dnsConfig` option that was agreed on is missing' },
  why: {
    ko: 'Pod의 `ndots`는 5다. 점이 다섯 개보다 적은 이름은 먼저 cluster의 검색 도메인을 하나씩 붙여 물어본다. `example.com`을 찾는 데 질문이 여러 번 나가므로, 밖의 이름을 많이 부르는 팀은 `ndots`를 2로 줄인다.',
    en: 'In a pod `ndots` is 5: a name with fewer dots is first asked for with each search domain of the cluster. Looking up `example.com` takes several questions, so teams that call many names outside lower it to 2.',
  },
  how: {
    ko: '`dnsConfig.options`에 `name: ndots`, `value: "2"`를 적는다. 목록은 설정의 `dnsOptions`에 적는다.',
    en: 'Write `name: ndots` and `value: "2"` in `dnsConfig.options`. The list is `dnsOptions` in the configuration.',
  },
  messages: {
    missing: {
      ko: '`dnsConfig.options`에 없다: {options}',
      en: 'Missing in `dnsConfig.options`: {options}.',
    },
  },
  concepts: ['kubernetes/Pod', 'concepts/pod-template'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config',
  also: ['kube-linter/dnsconfig-options'],
  options: {
    dnsOptions: {
      default: { ndots: '2' },
      what: {
        ko: '모든 Pod에 있어야 하는 option의 이름과 값',
        en: 'The options every pod is to have, each with its value.',
      },
    },
  },
  examples: [
    {
      bad: pod('«containers»', ''),
      good: pod('containers', '  dnsConfig:\n    options:\n      - name: ndots\n        value: "2"\n'),
    },
    {
      bad: pod('containers', '  dnsConfig:\n    «options»:\n      - name: ndots\n        value: "1"\n'),
      good: pod('containers', '  dnsConfig:\n    options:\n      - name: ndots\n        value: "2"\n'),
    },
  ],
  allows: [pod('containers', '  dnsConfig:\n    options:\n      - name: ndots\n        value: "2"\n')],
  *check(manifest: Manifest, { facts, options: { dnsOptions } }) {
    if (!isWhole(manifest, facts)) return;
    for (const pod of podsIn(manifest, facts)) {
      const missing = Object.entries(dnsOptions).filter(([name, value]) => !hasOption(pod, name, value));
      if (missing.length === 0) continue;
      const config = entry(pod.spec, 'dnsConfig');
      const place = entry(config?.value, 'options') ?? config;
      yield {
        span: place?.key.span ?? pod.anchor,
        values: { options: missing.map(([name, value]) => `\`${name}: ${value}\``) },
        also: missing.some(([name]) => name === 'ndots') ? ['kube-linter/dnsconfig-options'] : [],
      };
    }
  },
});

function hasOption({ spec }: Pod, name: string, value: string): boolean {
  return itemsOf(get(spec, 'dnsConfig', 'options')).some(
    (item) => asScalar(get(item, 'name'))?.text === name && (stringOf(get(item, 'value')) ?? '') === value,
  );
}

function pod(containers: string, more: string): string {
  return `apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n  ${containers}:\n    - name: web\n      image: nginx:1.29\n${more}`;
}
