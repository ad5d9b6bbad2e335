import type { ImageState, Instruction, Word } from '../model';
import { asTransfer, sourceKind } from './transfer';

/** How sure it is that a file of this name holds a secret. */
export type Suspicion = 'secret' | 'maybe';

interface Kind {
  readonly names: RegExp;
  readonly suspicion: Suspicion;
}

// Whole names and ends of paths, in lower case. Each is the name that the program which reads it looks for.
const KINDS: readonly Kind[] = [
  // https://docs.docker.com/build/building/best-practices/#exclude-with-dockerignore
  { names: /^\.env$/, suspicion: 'secret' },
  { names: /^\.env\.(?:local|prod|production|staging|stage|secrets?)$|^\.env\*$/, suspicion: 'maybe' },
  // https://man.openbsd.org/ssh-keygen#FILES
  { names: /^id_(?:rsa|dsa|ecdsa|ed25519)(?:_sk)?$/, suspicion: 'secret' },
  {
    names: /^(?:(?:[\w.]+-)?privkey|private|(?:.*[-_.])?(?:private|priv)[-_.]?key)\.(?:pem|key|der)$/,
    suspicion: 'secret',
  },
  {
    names: /^(?:server|tls|ssl|client|ca|localhost|cert|host|domain|nginx|apache)[-_.]?key\.pem$/,
    suspicion: 'secret',
  },
  {
    names: /^(?:server|tls|ssl|client|ca|localhost|cert|certificate|nginx|apache|jwt|signing)\.key$/,
    suspicion: 'secret',
  },
  { names: /^key\.pem$|^master\.key$|\.(?:p12|pfx|ppk)$/, suspicion: 'secret' },
  // https://everything.curl.dev/usingcurl/netrc.html, https://git-scm.com/docs/git-credential-store
  {
    names: /^[._]netrc$|^\.git-credentials$|^\.pgpass$|^\.my\.cnf$|^\.dockercfg$|^\.vault-token$|^\.boto$/,
    suspicion: 'secret',
  },
  {
    names:
      /^(?:gcp|gcloud|google|firebase)?[-_]?(?:service[-_]?account|credentials|adminsdk)(?:[-_]?key)?\.json$/,
    suspicion: 'secret',
  },
  { names: /^application_default_credentials\.json$|^kubeconfig(?:\.ya?ml)?$/, suspicion: 'secret' },
  // https://docs.npmjs.com/cli/configuring-npm/npmrc: often a registry's address and nothing else.
  { names: /^\.npmrc$|^\.pypirc$|^\.htpasswd$/, suspicion: 'maybe' },
];

/** Ends of paths whose last name alone says too little. */
const PATHS =
  /(?:^|\/)(?:\.aws\/credentials|\.aws|\.ssh|\.gnupg|\.docker\/config\.json|\.kube\/config|\.kube|\.config\/gcloud|gcloud\/credentials\.db|\.gem\/credentials|\.m2\/settings-security\.xml)$/;

/** @param path of the source, `/`-separated; undefined where nothing speaks for a secret. */
export function suspicionOf(path: string): Suspicion | undefined {
  const lower = path.replaceAll('\\', '/').replace(/\/+$/, '').toLowerCase();
  if (PATHS.test(lower)) return 'secret';
  const name = lower.slice(lower.lastIndexOf('/') + 1);
  return KINDS.find(({ names }) => names.test(name))?.suspicion;
}

/** A source of COPY or ADD that may be a secret. */
export interface Suspect {
  readonly source: Word;
  readonly suspicion: Suspicion;
}

export function suspectsIn(instruction: Instruction, state: ImageState): readonly Suspect[] {
  return (asTransfer(instruction)?.sources ?? []).flatMap((source) => {
    const { value } = state.scope.expand(source);
    const suspicion = value && sourceKind(source, state) !== 'url' ? suspicionOf(value) : undefined;
    return suspicion ? [{ source, suspicion }] : [];
  });
}
