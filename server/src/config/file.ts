import type { Contents, KnownRules } from './contents';
import { type ConfigKind, kindOf, OWN } from './kind';
import { type PlacedProblem, readPlaced } from './placed';

/** A configuration file as read. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string;
  readonly kind: ConfigKind;
  readonly contents: Contents;
  /** In the order of the text. */
  readonly problems: readonly PlacedProblem[];
}

/** Reads a configuration file of any kind. Total: what cannot be used is reported, the rest holds. */
export function readConfigFile(
  uri: string,
  text: string,
  known: KnownRules,
  kind: ConfigKind = kindOf(uri) ?? OWN,
): ConfigFile {
  const { contents, problems } = readPlaced(uri, text, (value) => kind.read(value, known));
  return { uri, text, kind, contents, problems };
}
