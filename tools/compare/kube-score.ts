import { compareWith, type Peer, run, type Said, unreadOnesIn } from './peer';

/**
 * `npm run compare:kube-score -- [--show CHECK[,CHECK]] [--per-directory] [--kubernetes-version 1.NN] DIR…`:
 * kube-score from KUBE_SCORE or PATH with its optional checks, and our command line.
 *
 * To kube-score all files it is given know of each other, so all files below a DIR are one world; with
 * `--per-directory` those of each directory. It takes two objects of one kind, namespace and name for one, and so does
 * the comparison. A check fails where it is graded as a warning or as critical: what it prints as OK is none.
 */
const kubeScore: Peer = {
  name: 'kube-score',
  world: 'all',
  tellsFiles: false,
  checks: () =>
    kubeScoreRun('list')
      .stdout.split('\n')
      .flatMap((line) => /^[\w-]+(?=,)/.exec(line) ?? []),
  lint(world, version) {
    const files = [...world.manifests.keys()];
    const said = score(files, version);
    if (said) return { said, unread: [] };
    // It gives up at the first file it cannot read.
    return { said: [], unread: unreadOnesIn(world, (file) => score([file], version) !== undefined) };
  },
};

/** Undefined where kube-score cannot read one of the files. */
function score(files: readonly string[], version: string): readonly Said[] | undefined {
  const options = [
    '--all-default-optional',
    '--kubernetes-version',
    `v${version}`,
    '--output-format',
    'json',
  ];
  const { stdout, stderr } = kubeScoreRun('score', ...options, ...files);
  if (!stdout.trim()) {
    if (!stderr.includes('failed to parse files')) throw new Error(stderr);
    return undefined;
  }
  return ((JSON.parse(stdout) as Scored[] | null) ?? []).flatMap(({ type_meta, object_meta, checks }) =>
    checks
      .filter(({ skipped, grade }) => !skipped && grade <= WARNING)
      .map(({ check, comments }) => ({
        check: check.id,
        kind: type_meta.kind,
        namespace: object_meta.namespace ?? '',
        name: object_meta.name ?? '',
        message: (comments ?? []).map(({ path, summary }) => `${path && `${path}: `}${summary}`).join('; '),
      })),
  );
}

/** Of 10. */
const WARNING = 5;

interface Scored {
  readonly type_meta: { readonly kind: string };
  readonly object_meta: { readonly name?: string; readonly namespace?: string };
  readonly checks: readonly {
    readonly check: { readonly id: string };
    readonly grade: number;
    readonly skipped: boolean;
    readonly comments: readonly { readonly path: string; readonly summary: string }[] | null;
  }[];
}

function kubeScoreRun(...args: readonly string[]) {
  return run('KUBE_SCORE', 'kube-score', args);
}

compareWith(kubeScore).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
