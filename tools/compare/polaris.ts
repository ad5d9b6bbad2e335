import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareWith, type Peer, run, unreadOnesIn } from './peer';

/**
 * `npm run compare:polaris -- [--show CHECK[,CHECK]] [--per-directory] DIR…`: polaris from POLARIS or PATH with the
 * checks of its own configuration, but without the exemptions there, and our command line.
 *
 * To polaris all files below a folder know of each other, so all files below a DIR are one world; with
 * `--per-directory` those of each directory. It does not say in which file an object is: two of one kind, namespace
 * and name are one.
 */
const polaris: Peer = {
  name: 'polaris',
  world: 'all',
  tellsFiles: false,
  checks() {
    const folder = mkdtempSync(path.join(tmpdir(), 'compare-'));
    try {
      writeFileSync(path.join(folder, 'one-of-each.yaml'), ONE_OF_EACH);
      const { Results } = audit(folder).audit!;
      return [...new Set(Results.flatMap((result) => resultsIn(result).map(({ ID }) => ID)))];
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  lint(world) {
    const { audit: found, unread } = audit(world.folder);
    // It gives up at a binding without a name.
    if (!found) return { said: [], unread: unreadOnesIn(world, (file) => audit(file).audit !== undefined) };
    const said = found.Results.flatMap((result) =>
      resultsIn(result)
        .filter(({ Success }) => !Success)
        .map(({ ID, Message, Details }) => ({
          check: ID,
          kind: result.Kind,
          namespace: result.Namespace,
          name: result.Name,
          message: [Message, ...(Details ?? [])].join('; '),
        })),
    );
    return { said, unread };
  },
};

interface Audit {
  readonly Results: readonly ResultOf[];
}

interface ResultOf {
  readonly Kind: string;
  readonly Namespace: string;
  readonly Name: string;
  readonly Results: ResultSet;
  readonly PodResult: {
    readonly Results: ResultSet;
    readonly ContainerResults: readonly { readonly Results: ResultSet }[] | null;
  } | null;
}

type ResultSet = Readonly<Record<string, Result>> | null;

interface Result {
  readonly ID: string;
  readonly Message: string;
  readonly Details: readonly string[] | null;
  readonly Success: boolean;
}

/** Of the object itself, its pods and their containers. */
function resultsIn({ Results, PodResult }: ResultOf): readonly Result[] {
  const containers = PodResult?.ContainerResults ?? [];
  const sets = [Results, PodResult?.Results, ...containers.map((container) => container.Results)];
  return sets.flatMap((set) => Object.values(set ?? {}));
}

/** What it says of a folder or a file; nothing where it gives up. */
function audit(at: string): { readonly audit: Audit | undefined; readonly unread: readonly string[] } {
  const args = ['audit', '--audit-path', at, '--disallow-config-exemptions', '--format', 'json'];
  const { stdout, stderr } = run('POLARIS', 'polaris', args, tmpdir());
  const unread = [...stderr.matchAll(/msg="skipping (.*?): cannot add resource/g)].map(([, file]) => file!);
  return { audit: stdout.trim() ? (JSON.parse(stdout) as Audit) : undefined, unread };
}

/** There is no list of the checks; every one of them says something of these objects. */
const ONE_OF_EACH = [
  ['apps/v1', 'Deployment', '{ selector: {}, template: { spec: { containers: [{ name: a, image: b }] } } }'],
  ['v1', 'ConfigMap', '{}'],
  [
    'autoscaling/v2',
    'HorizontalPodAutoscaler',
    '{ scaleTargetRef: { kind: Deployment, name: a }, maxReplicas: 2 }',
  ],
  ['policy/v1', 'PodDisruptionBudget', '{ minAvailable: 1 }'],
  ['networking.k8s.io/v1', 'Ingress', '{ rules: [{ host: a }] }'],
  ['rbac.authorization.k8s.io/v1', 'Role', '{}'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRole', '{}'],
  ['rbac.authorization.k8s.io/v1', 'RoleBinding', '{}'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding', '{}'],
]
  .map(([version, kind, spec]) => {
    const rest = version!.startsWith('rbac')
      ? 'rules: []\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a }\n'
      : '';
    return `apiVersion: ${version}\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}\n${rest}`;
  })
  .join('---\n');

compareWith(polaris).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
