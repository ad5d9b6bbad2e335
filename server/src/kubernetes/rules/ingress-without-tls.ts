import { entry, get, isAbsent, itemsOf, keySpan } from '../../yaml/navigate';
import { hasCertificate } from '../facts/outside';
import type { Manifest } from '../model';
import { isWhole } from '../pods/pods';
import { rule } from '../rule';

export default rule({
  id: 'kubernetes/ingress-without-tls',
  severity: 'off',
  strict: 'info',
  scope: 'part',
  what: { ko: 'TLS가 없는 Ingress', en: 'An Ingress without TLS' },
  why: {
    ko: '`tls`가 없는 Ingress는 HTTP로만 받는다. 비밀번호와 쿠키가 사용자의 와이파이부터 cluster까지 누구나 읽을 수 있는 글로 지나간다. 도중에 내용을 바꿔도 알 수 없다.',
    en: 'Without `tls` an Ingress takes plain HTTP. Passwords and cookies travel readable from the wireless network of a user to the cluster, and whoever changes them on the way is not noticed.',
  },
  how: {
    ko: '`spec.tls`에 인증서가 든 Secret(`kubernetes.io/tls`)과 host를 적는다. cert-manager나 클라우드의 관리형 인증서를 쓰면 갱신까지 맡길 수 있다.',
    en: 'Name the host and the Secret with its certificate (type `kubernetes.io/tls`) in `spec.tls`. cert-manager, or a certificate the cloud manages, renews it too.',
  },
  messages: {
    found: {
      ko: '이 Ingress에는 `tls`가 없다. HTTP로만 받는다.',
      en: 'This Ingress has no `tls`: it takes plain HTTP.',
    },
  },
  concepts: ['kubernetes/Ingress', 'kubernetes/Service'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  also: ['polaris/tlsSettingsMissing'],
  examples: [
    {
      bad: ingress('', '«spec»'),
      good: ingress('  tls:\n    - hosts: [shop.example.com]\n      secretName: shop-tls\n'),
    },
    {
      bad: ingress('  «tls»: []\n'),
      good: ingress('  tls:\n    - hosts: [shop.example.com]\n      secretName: shop-tls\n'),
    },
  ],
  allows: [
    ingress('').replace(
      'name: shop\n',
      'name: shop\n  annotations:\n    networking.gke.io/managed-certificates: shop\n',
    ),
    // The controller has a certificate of its own for it.
    ingress('  tls:\n    - hosts: [shop.example.com]\n'),
  ],
  *check(manifest: Manifest, { facts }) {
    if (!isWhole(manifest, facts)) return;
    for (const { kind, spec, annotations, metadata } of manifest.objects) {
      if (kind.value !== 'Ingress' || !spec || spec.templated) continue;
      const tls = get(spec, 'tls');
      const isUnknown = tls?.templated || get(metadata, 'annotations')?.templated;
      const isMissing = isAbsent(tls) || (tls?.type === 'seq' && itemsOf(tls).length === 0);
      if (isUnknown || !isMissing || hasCertificate(annotations)) continue;
      yield { span: entry(spec, 'tls')?.key.span ?? keySpan(spec) };
    }
  },
});

function ingress(tls: string, spec = 'spec'): string {
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
${spec}:
${tls}  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: shop
                port:
                  number: 80
`;
}
