import { childOf, decoded, parentOf } from '../../core/address';
import type { Fact, WorkspaceFacts } from '../../core/facts';
import { once } from '../../core/once';
import { uriOf } from '../../core/span';
import type { KubernetesFacts } from '../facts';

/** What kustomizations make of files. */
type Facts = WorkspaceFacts<KubernetesFacts>;
type Kustomization = Fact<KubernetesFacts, 'kustomization'>;

/** The kustomizations that patch other objects with the file: its documents are fragments. */
export function patchedBy(uri: string, facts: Facts): readonly Kustomization[] {
  return facts.find('kustomization').filter((fact) => filesOf(fact).patches.has(uri));
}

/** The kustomizations that list the file, or a folder, as something to build with. */
export function kustomizedBy(uri: string, facts: Facts): Kustomization[] {
  return facts.find('kustomization').filter((fact) => filesOf(fact).resources.has(uri));
}

/**
 * The kustomizations that build with the file, and those that build on them in turn: its objects get other names,
 * namespaces or labels there, so what they lack here may be there.
 */
export function builtBy(uri: string, facts: Facts): ReadonlySet<Kustomization> {
  const direct = kustomizedBy(uri, facts);
  if (direct.length === 0) return NONE;
  const found = new Set(direct);
  for (const { span } of found) {
    const folder = parentOf(uriOf(span.part));
    for (const one of folder === undefined ? [] : kustomizedBy(folder, facts)) found.add(one);
  }
  return found;
}

const NONE: ReadonlySet<Kustomization> = new Set();

/** A kustomization patches the file into other objects: what it lacks is theirs. */
export function isPatch(uri: string, facts: Facts): boolean {
  return facts.find('kustomization').some((fact) => filesOf(fact).patches.has(uri));
}

/** A kustomization writes labels, or names, of its own: what is written here is not what is applied. */
export function isRewritten(uri: string, facts: Facts): boolean {
  return isPatch(uri, facts) || someBuilt(uri, facts, ({ value }) => value.rewrites);
}

/** No kustomization builds with the file: nothing that is not here comes to stand beside its objects. */
export function isFree(uri: string, facts: Facts): boolean {
  return !isPatch(uri, facts) && kustomizedBy(uri, facts).length === 0;
}

/** A kustomization puts the objects of the file into a namespace of its own. */
export function isMoved(uri: string, facts: Facts): boolean {
  return someBuilt(uri, facts, ({ value }) => value.namespace !== undefined);
}

function someBuilt(uri: string, facts: Facts, is: (one: Kustomization) => boolean): boolean {
  const built = builtBy(uri, facts);
  return built.size > 0 && [...built].some(is);
}

interface Files {
  readonly patches: ReadonlySet<string>;
  readonly resources: ReadonlySet<string>;
}

/** Every rule asks for every file: the paths are joined once. */
const filesOf: (fact: Kustomization) => Files = once(({ span, value }) => {
  const folder = parentOf(uriOf(span.part));
  const uris = (paths: readonly string[]) =>
    new Set(folder === undefined ? [] : paths.flatMap((path) => join(folder, path) ?? []));
  return { patches: uris(value.patches), resources: uris(value.resources) };
});

/** The way from a folder to a file or another folder, as a kustomization writes it. */
export function relativePath(folder: string, uri: string): string {
  const [from, to] = [folder.split('/'), uri.split('/')];
  const at = from.findIndex((step, i) => step !== to[i]);
  const shared = at < 0 ? from.length : at;
  const up = from.slice(shared).map(() => '..');
  return decoded([...up, ...to.slice(shared)].join('/')) || '.';
}

/** A relative path from a folder; URLs and what leads out of the top give nothing. */
export function join(folder: string, path: string): string | undefined {
  if (path.includes('://') || path.startsWith('/')) return undefined;
  let at: string | undefined = folder;
  const names: string[] = [];
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') names.push(step);
    else if (names.length > 0) names.pop();
    else at = at && parentOf(at);
  }
  return at && names.length > 0 ? childOf(at, names.join('/')) : at;
}
