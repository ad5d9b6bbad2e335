import { readNames } from '../core/directive';
import type { Demand, Suppression } from '../core/language';
import type { Edit, Span } from '../core/span';
import { addEntry, replaceText } from '../yaml/edit';
import { asMap, asScalar, entriesOf, get, spanWithin } from '../yaml/navigate';
import type { YamlDocument, YamlMap, YamlPair } from '../yaml/node';
import type { KubernetesObject, Label } from './model';

/**
 * The annotations with which objects ask kube-linter, kube-score and polaris for silence, or for more, as those tools
 * read them.
 * Sources: pkg/ignore of kube-linter 0.8.3, scorecard/enabled.go of kube-score 1.20.0 and hasExemptionAnnotation in
 * pkg/validator/schema.go of polaris 10.2.2
 */
export function* annotatedSilence(document: YamlDocument, object: KubernetesObject): Iterable<Suppression> {
  const whole = spanOf(document, object);
  const template = templateOf(object);
  const above = checksIn(object.annotations, IGNORE);
  const enabled = template ? checksIn(template.annotations, ENABLE) : [];
  for (const annotation of object.annotations) {
    const names = objectNames(annotation);
    if (names) yield { names, span: whole };
  }
  // For the pods, what the template asks for comes before what the object asks for.
  const everywhere = above.filter((check) => !enabled.includes(check));
  const outside = above.filter((check) => enabled.includes(check));
  if (everywhere.length > 0) yield { names: everywhere, span: whole };
  if (!template) return;
  if (outside.length > 0)
    for (const span of around(whole, template.node.span)) yield { names: outside, span };
  const inside = checksIn(template.annotations, IGNORE);
  if (inside.length > 0) yield { names: inside, span: template.node.span };
}

/** What `kube-score/enable` asks for; what the same place ignores is silenced all the same. */
export function* annotatedDemands(document: YamlDocument, object: KubernetesObject): Iterable<Demand> {
  const template = templateOf(object);
  const places = [
    { annotations: object.annotations, span: spanOf(document, object) },
    ...(template ? [{ annotations: template.annotations, span: template.node.span }] : []),
  ];
  for (const { annotations, span } of places) {
    const names = checksIn(annotations, ENABLE);
    if (names.length > 0) yield { kind: 'on', names, span };
  }
}

const IGNORE = 'kube-score/ignore';
const ENABLE = 'kube-score/enable';
const KUBE_LINTER = 'ignore-check.kube-linter.io/';
const POLARIS = /^polaris\.fairwinds\.com\/(?:(.+)-)?exempt$/;

function spanOf(document: YamlDocument, { root }: KubernetesObject): Span {
  return root.parent ? root.span : document.span;
}

/** The pod template of an object that is not a Pod itself; that of a CronJob lies in its job template. */
function templateOf({ workload, root }: KubernetesObject) {
  const template = workload?.template;
  return template && template.node !== root ? template : undefined;
}

function around({ part, start, end }: Span, hole: Span): readonly Span[] {
  return [
    { part, start, end: hole.start },
    { part, start: hole.end, end },
  ];
}

/** Who exempts an object from all of another linter's checks wants to hear nothing about it. */
function objectNames({ name, value }: Label): Suppression['names'] | undefined {
  if (name === 'kube-linter.io/ignore-all') return 'all';
  if (name.startsWith(KUBE_LINTER)) return [`kube-linter/${name.slice(KUBE_LINTER.length)}`];
  const exempt = POLARIS.exec(name);
  if (!exempt || value.toLowerCase() !== 'true') return undefined;
  return exempt[1] ? [`polaris/${exempt[1]}`] : 'all';
}

/** kube-score's lists; in both of them one check implies another. */
function checksIn(annotations: readonly Label[], key: string): readonly string[] {
  const value = annotations.find(({ name }) => name === key)?.value ?? '';
  const checks = value.split(',').flatMap((check) => check.trim() || []);
  if (checks.includes('container-resources')) checks.push('container-ephemeral-storage-request-and-limit');
  return checks.map((check) => `kube-score/${check}`);
}

/** A check that an annotation names, and where. */
export interface NamedCheck {
  /** With its linter: `kube-linter/run-as-non-root`. */
  readonly name: string;
  readonly span: Span;
}

/** Every check that the annotations of an object name, of those that are read. */
export function* namedChecks(object: KubernetesObject): Iterable<NamedCheck> {
  for (const { name, key } of entriesOf(get(object.root, 'metadata', 'annotations'))) {
    const written = asScalar(key);
    const check = name.startsWith(KUBE_LINTER) ? name.slice(KUBE_LINTER.length) : POLARIS.exec(name)?.[1];
    if (!written || !check || written.templated) continue;
    const linter = name.startsWith(KUBE_LINTER) ? 'kube-linter' : 'polaris';
    const start = name.indexOf('/') + 1;
    yield { name: `${linter}/${check}`, span: spanWithin(written, start, start + check.length) };
  }
  for (const place of [object.root, templateOf(object)?.node])
    for (const key of [IGNORE, ENABLE]) {
      const list = asScalar(get(place, 'metadata', 'annotations', key));
      if (!list || list.templated) continue;
      for (const { name, start, end } of readNames(list.text, 0))
        if (name !== '') yield { name: `kube-score/${name}`, span: spanWithin(list, start, end) };
    }
}

/**
 * The edit that silences a finding in an annotation of a linter that already has one there; none where it has not.
 * @param also what other linters call it
 */
export function silenceInAnnotation(
  document: YamlDocument,
  { root }: KubernetesObject,
  also: readonly string[],
): { readonly edit: Edit; readonly name: string } | undefined {
  const annotations = asMap(get(root, 'metadata', 'annotations'));
  if (!annotations || annotations.templated) return undefined;
  for (const name of also) {
    const edit = editFor(document, annotations, name);
    if (edit) return { edit, name };
  }
  return undefined;
}

function editFor(document: YamlDocument, annotations: YamlMap, name: string): Edit | undefined {
  const [linter, check = ''] = name.split('/');
  const last = (isOne: (key: string) => boolean) => annotations.pairs.findLast((pair) => isOne(pair.name));
  if (linter === 'kube-score')
    return addCheck(
      last((key) => key === IGNORE),
      check,
    );
  const known = last((key) =>
    linter === 'kube-linter' ? key.startsWith(KUBE_LINTER) : isPolaris(linter, key),
  );
  if (!known) return undefined;
  return linter === 'kube-linter'
    ? addEntry(document, annotations, KUBE_LINTER + check, '""', known.name)
    : addEntry(document, annotations, `polaris.fairwinds.com/${check}-exempt`, '"true"', known.name);
}

function isPolaris(linter: string | undefined, key: string): boolean {
  return linter === 'polaris' && POLARIS.test(key);
}

function addCheck(list: YamlPair | undefined, check: string): Edit | undefined {
  const node = asScalar(list?.value);
  if (!node || node.templated || list?.value.type === 'alias') return undefined;
  return replaceText(node, node.text.trim() ? `${node.text},${check}` : check);
}
