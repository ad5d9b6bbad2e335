import { compareWith, type Peer, run } from './peer';

/**
 * `npm run compare:kube-linter -- [--show CHECK[,CHECK]] [--kubernetes-version 1.NN] DIR…`: kube-linter from
 * KUBE_LINTER or PATH with all its checks, and our command line.
 *
 * To kube-linter the files of one directory know of each other and of nothing else, so each directory is a world of
 * its own for us, too. An object with `namespace: default` is another than one without, to it. `schema-validation` is
 * left out: it loads schemas from the network, and `compare:authority:kubernetes` asks the API server itself.
 */
const kubeLinter: Peer = {
  name: 'kube-linter',
  world: 'directory',
  tellsFiles: true,
  checks: () =>
    (JSON.parse(kubeLinterRun('checks', 'list').stdout) as { name: string }[]).map(({ name }) => name),
  lint({ folder }) {
    const { stdout, stderr } = kubeLinterRun(
      'lint',
      '--add-all-built-in',
      '--exclude',
      NETWORK,
      '--verbose',
      folder,
    );
    if (!stdout.trim()) return { said: [], unread: unreadIn(stderr) };
    const { Reports } = JSON.parse(stdout) as { Reports: readonly Report[] | null };
    const said = (Reports ?? []).map(({ Check, Diagnostic, Object: { Metadata, K8sObject } }) => ({
      check: Check,
      kind: K8sObject.GroupVersionKind.Kind,
      namespace: K8sObject.Namespace,
      name: K8sObject.Name,
      copy: Metadata.FilePath,
      message: Diagnostic.Message,
    }));
    return { said, unread: unreadIn(stderr) };
  },
};

const NETWORK = 'schema-validation';

interface Report {
  readonly Check: string;
  readonly Diagnostic: { readonly Message: string };
  readonly Object: {
    readonly Metadata: { readonly FilePath: string };
    readonly K8sObject: {
      readonly Namespace: string;
      readonly Name: string;
      readonly GroupVersionKind: { readonly Kind: string };
    };
  };
}

function kubeLinterRun(...args: readonly string[]) {
  return run('KUBE_LINTER', 'kube-linter', [...args, '--format', 'json']);
}

function unreadIn(stderr: string): readonly string[] {
  const warnings = [...stderr.matchAll(/^Warning: failed to load object from (.*?): (.*)/gm)];
  // A document that is only a comment has no kind: nothing of the file is lost.
  const lost = warnings.filter(([, , why]) => !why!.startsWith(`failed to decode: Object 'Kind' is missing`));
  return lost.map(([, file]) => file!);
}

compareWith(kubeLinter).catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
