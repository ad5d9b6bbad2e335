import { stringify } from 'yaml';
import { CONTAINER, type Path, POD, REMOVED } from './fields';

/** A sound manifest with one thing changed. */
export interface Mutant {
  /** `spec.hostNetwork: true in a Pod, settings of the pod` */
  readonly name: string;
  readonly text: string;
}

/** Every change to every field that a check of the Standards reads, one at a time; the sound ones come first. */
export function* mutants(): Generator<Mutant> {
  for (const [name, spec] of Object.entries(PODS))
    for (const [kind, manifest] of Object.entries(KINDS)) {
      yield { name: `${kind}, ${name}`, text: stringify(manifest({ spec })) };
      for (const [path, values] of changes(spec))
        for (const value of values) {
          const template = changed({ spec }, path, value);
          const change = value === REMOVED ? 'removed' : JSON.stringify(value);
          yield {
            name: `${path.join('.')}: ${change} in a ${kind}, ${name}`,
            text: stringify(manifest(template)),
          };
        }
    }
}

type Tree = { readonly [key: string]: unknown };

const KINDS: Readonly<Record<string, (template: Tree) => Tree>> = {
  Pod: (template) => ({ apiVersion: 'v1', kind: 'Pod', ...named(template) }),
  CronJob: (template) => ({
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: { name: 'web' },
    spec: { schedule: '0 0 * * *', jobTemplate: { spec: { template: ending(template) } } },
  }),
};

function named({ metadata, ...template }: Tree): Tree {
  return { metadata: { name: 'web', ...(metadata as Tree | undefined) }, ...template };
}

const SECURE = { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } };
const RUNTIME = { seccompProfile: { type: 'RuntimeDefault' } };

function ending({ spec, ...template }: Tree): Tree {
  return { ...template, spec: { restartPolicy: 'Never', ...(spec as Tree) } };
}

/** Pods that pass "restricted", each by other means, and two that do not. */
const PODS: Readonly<Record<string, Tree>> = {
  'settings of the pod': pod({ runAsNonRoot: true, ...RUNTIME }, SECURE),
  'settings of its containers': pod(undefined, {
    ...SECURE,
    ...RUNTIME,
    runAsNonRoot: true,
    runAsUser: 1000,
  }),
  'for Windows': { os: { name: 'windows' }, ...pod({ runAsNonRoot: true }, undefined) },
  'with users of its own': { hostUsers: false, ...pod(RUNTIME, SECURE) },
  'that nobody secured': pod(undefined, undefined),
  'that manages a Windows node': {
    os: { name: 'windows' },
    hostNetwork: true,
    ...pod({ windowsOptions: { hostProcess: true, runAsUserName: 'NT AUTHORITY\\SYSTEM' } }, undefined),
  },
};

function pod(securityContext: Tree | undefined, ofContainers: Tree | undefined): Tree {
  const container = (name: string) => ({
    name,
    image: 'web:1',
    ...(ofContainers && { securityContext: ofContainers }),
  });
  return {
    ...(securityContext && { securityContext }),
    // One that goes on running may have probes, too.
    initContainers: [{ ...container('first'), restartPolicy: 'Always' }],
    containers: [container('web'), container('log')],
    ephemeralContainers: [container('debug')],
  };
}

function* changes(spec: Tree): Generator<readonly [Path, readonly unknown[]]> {
  yield* POD;
  for (const list of ['containers', 'initContainers', 'ephemeralContainers'])
    if (spec[list]) for (const [path, values] of CONTAINER) yield [['spec', list, 0, ...path], values];
}

/** The same tree with another value at a path; what is missing on the way is made. */
function changed(tree: unknown, [step, ...path]: Path, value: unknown): Tree {
  const copy = (Array.isArray(tree) ? [...tree] : { ...(tree as Tree | undefined) }) as Record<
    string | number,
    unknown
  >;
  if (path.length > 0) copy[step!] = changed(copy[step!], path, value);
  else if (value === REMOVED) delete copy[step!];
  else copy[step!] = value;
  return copy;
}
