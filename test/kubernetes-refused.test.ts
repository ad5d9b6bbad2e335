import { pod, table } from './kubernetes-table';

// What the API server refuses, in a few words each: see tools/authority/kubernetes.

const image = '      image: a\n';
const jobSpec = (spec: string) =>
  `apiVersion: batch/v1\nkind: Job\nmetadata: {name: a}\nspec:\n${spec}  template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}\n`;
const rc = (template: string) =>
  `apiVersion: v1\nkind: ReplicationController\nmetadata: {name: a}\nspec: {template: ${template}}\n`;
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

const crd = (name: string, versions: string) =>
  `apiVersion: apiextensions.k8s.io/v1\nkind: CustomResourceDefinition\nmetadata: {name: ${name}}\nspec:\n  group: example.com\n  scope: Cluster\n  names: {plural: gears, kind: Gear}\n  versions:\n${versions}`;
const version = (schema: string, storage = 'true', name = 'v1') =>
  `    - {name: ${name}, served: true, storage: ${storage}, schema: {openAPIV3Schema: ${schema}}}\n`;

table('kubernetes/invalid-definition', [
  ['all is well', crd('gears.example.com', version('{type: object}'))],
  [
    'another name',
    crd('«gear.example.com»', version('{type: object}')),
    crd('gears.example.com', version('{type: object}')),
  ],
  ['a templated name', crd('{{ .name }}', version('{type: object}'))],
  [
    'two are stored',
    crd(
      'gears.example.com',
      version('{type: object}') + version('{type: object, description: a}', '«true»', 'v2'),
    ),
  ],
  [
    'none of two is',
    crd(
      'gears.example.com',
      version('{type: object}', 'false') + version('{type: object, description: a}', 'false', 'v2'),
    ).replace('versions', '«versions»'),
  ],
  [
    'the only one is not',
    crd('gears.example.com', version('{type: object}', 'false')).replace('versions', '«versions»'),
    crd('gears.example.com', version('{type: object}')),
  ],
  ['one is templated', crd('gears.example.com', version('{type: object}', '{{ .store }}'))],
  ['another type at the root', crd('gears.example.com', version('{type: «array»}'))],
  ['anything at the root', crd('gears.example.com', version('{x-kubernetes-preserve-unknown-fields: true}'))],
  [
    'no type of a field',
    crd('gears.example.com', version('{type: object, properties: {«a»: {description: b}}}')),
  ],
  [
    'no type of an item',
    crd('gears.example.com', version('{type: object, properties: {a: {type: array, «items»: {}}}}')),
  ],
  ['no items', crd('gears.example.com', version('{type: object, properties: {«a»: {type: array}}}'))],
  [
    'no type of the values of a map',
    crd(
      'gears.example.com',
      version('{type: object, properties: {a: {type: object, «additionalProperties»: {}}}}'),
    ),
  ],
  [
    'any values of a map',
    crd(
      'gears.example.com',
      version('{type: object, properties: {a: {type: object, additionalProperties: true}}}'),
    ),
  ],
  [
    'below an item',
    crd(
      'gears.example.com',
      version('{type: object, properties: {a: {type: array, items: {type: object, properties: {«b»: {}}}}}}'),
    ),
  ],
  [
    'behind an alias, once',
    crd(
      'gears.example.com',
      version('{type: object, properties: {a: &a {type: object, properties: {«b»: {}}}, c: *a}}'),
    ),
  ],
  ['an older version', crd('gear.example.com', version('{}')).replace('k8s.io/v1', 'k8s.io/v1beta1')],
  ['a schema of nothing', crd('gears.example.com', '    - {name: v1, served: true, storage: true}\n')],
]);

table('kubernetes/missing-field', [
  ['an Indexed Job that says how many at once', jobSpec('  parallelism: 2\n  «completionMode»: Indexed\n')],
  [
    'a profile of seccomp that has no name',
    pod(image, '  securityContext: {seccompProfile: {type: Localhost, localhostProfile: ""}}\n'),
  ],
  [
    'one of AppArmor',
    pod(image, '  securityContext: {appArmorProfile: {type: Localhost, «localhostProfile»: ""}}\n'),
  ],
  ['an Indexed Job of one', jobSpec('  completionMode: Indexed\n')],
  ['dnsPolicy None without nameservers', pod(image, '  dnsPolicy: None\n  «dnsConfig»: {searches: [a.b]}\n')],
  ['an empty list of them', pod(image, '  dnsPolicy: None\n  «dnsConfig»: {nameservers: []}\n')],
  ['another dnsPolicy', pod(image, '  dnsConfig: {searches: [a.b]}\n')],
  [
    'matchLabelKeys without a selector',
    pod(
      image,
      '  topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, «matchLabelKeys»: [b]}]\n',
    ),
  ],
  [
    'with one',
    pod(
      image,
      '  topologySpreadConstraints: [{maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule, matchLabelKeys: [b], labelSelector: {}}]\n',
    ),
  ],
  [
    'a controller that goes by no labels',
    rc('{spec: {containers: [{name: a, image: a}]}}').replace('spec:', '«spec»:'),
  ],
  ['by those of its template', rc('{metadata: {labels: {a: b}}, spec: {containers: [{name: a, image: a}]}}')],
  [
    'the end of a range of ports',
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}, egress: [{ports: [{«endPort»: 9}]}]}\n`,
  ],
  [
    'an empty list of rules',
    `apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: a}\n«spec»: {rules: []}\n`,
  ],
]);

table('kubernetes/invalid-value', [
  [
    'an image with a space behind it',
    pod('      image: «"nginx:1.29 "»\n'),
    pod('      image: "nginx:1.29"\n'),
  ],
  [
    'a path to the replicas',
    crd(
      'gears.example.com',
      `    - name: v1\n      served: true\n      storage: true\n      schema: {openAPIV3Schema: {type: object}}\n      additionalPrinterColumns: [{name: Size, type: string, jsonPath: «spec.size»}]\n`,
    ),
  ],
  [
    'a webhook without https',
    `apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingWebhookConfiguration\nmetadata: {name: a}\nwebhooks: [{name: a.b.c, sideEffects: None, admissionReviewVersions: [v1], clientConfig: {url: «http://a.b/c»}}]\n`,
  ],
  ['a search domain', pod(image, '  dnsConfig: {searches: [«a b»]}\n')],
  ['search domains with underscores, the root', pod(image, '  dnsConfig: {searches: [_tcp.a, ., a.b.]}\n')],
  [
    'a limit of containers',
    `apiVersion: v1\nkind: LimitRange\nmetadata: {name: a}\nspec: {limits: [{type: «container», max: {cpu: 1}}]}\n`,
    `apiVersion: v1\nkind: LimitRange\nmetadata: {name: a}\nspec: {limits: [{type: Container, max: {cpu: 1}}]}\n`,
  ],
  [
    'a scope of a quota',
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {scopes: [«Besteffort»]}\n`,
  ],
]);

const policy = (cidr: string) =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec: {podSelector: {}, egress: [{to: [{ipBlock: {cidr: ${cidr}}}]}]}\n`;
const STRICT = [
  ['a range that begins elsewhere', policy('«10.1.2.3/16»'), policy('10.1.0.0/16')],
  ['one of IPv6', policy("«'fd00:1::1/64'»"), policy("'fd00:1::/64'")],
  ['a leading zero', policy('«010.0.0.0/8»'), policy('10.0.0.0/8')],
  ['one address', policy('10.1.2.3/32')],
  ['everything', policy('0.0.0.0/0')],
  ['everything of IPv6', policy("'::/0'")],
] as const;
table('kubernetes/invalid-value', STRICT, { version: '1.36' });
table(
  'kubernetes/invalid-value',
  STRICT.map(([name, text]) => [`${name}, before 1.36`, text.replace(/[«»]/g, '')] as const),
  { version: '1.35' },
);

table('kubernetes/invalid-name', [
  [
    'a quota of what there is not',
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {hard: {«pod»: 1, requests.cpu: 1, count/deployments.apps: 2, requests.nvidia.com/gpu: 1, limits.memory: 1Gi, hugepages-2Mi: 0}}\n`,
  ],
  ['a role', `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: «a/b»}\n`],
  [
    'a role of the system',
    `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: 'system:A b'}\n`,
  ],
  [
    'a group without a dot',
    crd('gears.example', version('{type: object}')).replace('example.com', '«example»'),
  ],
]);

table('kubernetes/number-out-of-range', [
  ['half a GPU', pod(`${image}      resources: {limits: {nvidia.com/gpu: «0.5», cpu: 0.5}}\n`)],
  [
    'half a pod',
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {hard: {pods: «1500m», requests.cpu: 1500m}}\n`,
  ],
  [
    'more failures than runs',
    jobSpec(
      '  completionMode: Indexed\n  completions: «2»\n  parallelism: 1\n  backoffLimitPerIndex: 1\n  maxFailedIndexes: 3\n',
    ),
  ],
]);

table('kubernetes/duplicate-list-item', [
  [
    'two files of one name',
    pod(
      image,
      '  volumes:\n    - name: a\n      projected:\n        sources:\n          - {configMap: {name: a, items: [{key: k, path: f}]}}\n          - {secret: {name: b, items: [{key: k, path: «f»}]}}\n',
    ),
  ],
  [
    'of two names',
    pod(
      image,
      '  volumes:\n    - name: a\n      projected:\n        sources:\n          - {configMap: {name: a, items: [{key: k, path: f}]}}\n          - {secret: {name: b, items: [{key: f, path: k}]}}\n',
    ),
  ],
]);

const TWO_VOLUMES = pod(image, '  volumes: [{name: a, emptyDir: {}, «image»: {reference: b}}]\n');
table('kubernetes/mutually-exclusive-fields', [['an image as a volume', TWO_VOLUMES]], { version: '1.35' });
table('kubernetes/mutually-exclusive-fields', [['dropped unseen', TWO_VOLUMES.replace(/[«»]/g, '')]], {
  version: '1.34',
});

const limits = (item: string) =>
  `apiVersion: v1\nkind: LimitRange\nmetadata: {name: a}\nspec: {limits: [{type: Container, ${item}}]}\n`;
table('kubernetes/number-out-of-range', [
  ['a default above the most', limits('default: {cpu: 2}, max: {cpu: «500m»}')],
  [
    'a request above the limit that is given',
    limits('defaultRequest: {memory: 1Gi}, default: {memory: «512Mi»}'),
  ],
  ['in order', limits('min: {cpu: 10m}, defaultRequest: {cpu: 0.1}, default: {cpu: 100m}, max: {cpu: 1}')],
  ['of different things', limits('min: {cpu: 2}, max: {memory: 1}')],
  ['templated', limits('min: {cpu: 2}, max: {cpu: {{ .most }}}')],
]);

table('kubernetes/invalid-value', [
  [
    'a Job that looks at how its pods fail',
    jobSpec(
      '  podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}\n',
    ).replace('Never', '«OnFailure»'),
    jobSpec('  podFailurePolicy: {rules: [{action: Ignore, onPodConditions: [{type: DisruptionTarget}]}]}\n'),
  ],
  [
    'a scope that is there or not',
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {scopeSelector: {matchExpressions: [{scopeName: BestEffort, operator: «DoesNotExist»}]}}\n`,
  ],
  [
    'a scope with values',
    `apiVersion: v1\nkind: ResourceQuota\nmetadata: {name: a}\nspec: {scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [high]}]}}\n`,
  ],
]);

table('kubernetes/mutually-exclusive-fields', [
  ['a Job with a selector of its own', jobSpec('  «selector»: {matchLabels: {a: b}}\n'), jobSpec('')],
  ['that says so', jobSpec('  manualSelector: true\n  selector: {matchLabels: {a: b}}\n')],
  ['an empty one', jobSpec('  selector: {}\n')],
  [
    'read back from a cluster',
    jobSpec('  selector: {matchLabels: {a: b}}\n').replace('{name: a}', '{name: a, uid: b}'),
  ],
  [
    'even an empty one in a CronJob',
    'apiVersion: batch/v1\nkind: CronJob\nmetadata: {name: a}\nspec: {schedule: "0 3 * * *", jobTemplate: {spec: {«selector»: {}, template: {spec: {restartPolicy: Never, containers: [{name: a, image: a}]}}}}}\n',
  ],
]);

const grouped = (group: string, metadata: string) =>
  crd('gears.example.com', version('{type: object}'))
    .replace('group: example.com', `group: ${group}`)
    .replace('metadata: {name: gears.example.com}', metadata);
table('kubernetes/invalid-definition', [
  ['a group of Kubernetes', grouped('«a.k8s.io»', 'metadata: {name: gears.a.k8s.io}')],
  [
    'with its approval',
    grouped(
      'a.k8s.io',
      'metadata: {name: gears.a.k8s.io, annotations: {api-approved.kubernetes.io: "https://github.com/kubernetes/enhancements/pull/1"}}',
    ),
  ],
  ['one that only ends like it', grouped('ak8s.io', 'metadata: {name: gears.ak8s.io}')],
]);
