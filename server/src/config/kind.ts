import { readContents } from './contents';
import { readHadolint } from './hadolint';
import { readKubeLinter } from './kubeLinter';

/** A sort of configuration file: our own, or another linter's, which is read as it is. */
export interface ConfigKind {
  /** The first one wins where a folder has several. */
  readonly names: readonly string[];
  readonly read: typeof readContents;
  /** The only language it speaks of; ours speaks of all. */
  readonly language?: string;
}

export const OWN: ConfigKind = {
  names: ['.container-tutor.yaml', '.container-tutor.yml'],
  read: readContents,
};

/** A linter more is a reader more and its names here. */
export const PEERS: readonly ConfigKind[] = [
  { names: ['.hadolint.yaml', '.hadolint.yml'], read: readHadolint, language: 'dockerfile' },
  { names: ['.kube-linter.yaml', '.kube-linter.yml'], read: readKubeLinter, language: 'kubernetes' },
];

/** What a document is by its name. */
export function kindOf(uri: string): ConfigKind | undefined {
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  return [OWN, ...PEERS].find(({ names }) => names.includes(name));
}

/** Whether a document is a configuration, ours or one we read. */
export function isConfig(uri: string): boolean {
  return kindOf(uri) !== undefined;
}

/** How the file named on a command line is to be read: `ci/hadolint.yaml` as well as `.hadolint.yaml`. */
export function kindGiven(uri: string): ConfigKind {
  const [, folder, name] = /^(.*\/)\.?([^/]*)$/.exec(uri) ?? [];
  return kindOf(`${folder}.${name}`) ?? OWN;
}
