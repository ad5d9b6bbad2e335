import { table } from './kubernetes-table';

// What the API server refuses, in a few words each: see tools/authority/kubernetes.

const named = (apiVersion: string, kind: string) =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {name: a}\n`;

table('kubernetes/unknown-kind', [
  ['a kind that is gone, in a version it never had', named('policy/v1', '«PodSecurityPolicy»')],
  ['in one it had', named('policy/v1beta1', 'PodSecurityPolicy')],
  ['in another group', named('«apps/v1»', 'Pod'), named('v1', 'Pod')],
  ['gone without notice', named('resource.k8s.io/v1', '«ResourceClass»')],
  ['a custom resource of the same name', named('redhatcop.redhat.io/v1alpha1', 'PodPreset')],
]);

table('kubernetes/removed-api-version', [
  ['a kind that is gone', named('«policy/v1beta1»', 'PodSecurityPolicy')],
  ['a kind of a group that is gone', named('«settings.k8s.io/v1alpha1»', 'PodPreset')],
  ['long gone', named('«extensions/v1beta1»', 'ThirdPartyResource')],
]);
table('kubernetes/removed-api-version', [['not yet gone', named('policy/v1beta1', 'PodSecurityPolicy')]], {
  version: '1.24',
});
