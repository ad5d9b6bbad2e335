import type { Demand, Suppression } from '../core/language';
import { once } from '../core/once';
import type { Edit, Span } from '../core/span';
import { ignoreAt, ignoredIn } from '../yaml/ignore';
import type { Manifest, ManifestFile } from './model';
import { objectAt } from './object';
import { annotatedDemands, annotatedSilence, silenceInAnnotation } from './peer-annotations';

/**
 * Everything in a file that asks for silence: our comments, and the annotations of kube-linter, kube-score and
 * polaris as those tools read them.
 */
export function suppressions({ parts }: ManifestFile): readonly Suppression[] {
  return parts.flatMap(({ unit }) => suppressionsIn(unit));
}

const suppressionsIn = once(({ document, objects }: Manifest): readonly Suppression[] => [
  ...ignoredIn(document),
  ...objects.flatMap((object) => [...annotatedSilence(document, object)]),
]);

/** What `kube-score/enable` asks for. */
export function demands({ parts }: ManifestFile): readonly Demand[] {
  return parts.flatMap(({ unit }) => demandsIn(unit));
}

const demandsIn = once(({ document, objects }: Manifest): readonly Demand[] =>
  objects.flatMap((object) => [...annotatedDemands(document, object)]),
);

export function suppress(file: ManifestFile, span: Span, name: string): readonly Edit[] {
  const unit = file.parts.find(({ id }) => id === span.part)?.unit;
  return unit ? ignoreAt(unit.document, span, name) : [];
}

/** The edit that silences it for the whole object in an annotation of another linter, where the object has one. */
export function suppressInObject(file: ManifestFile, span: Span, also: readonly string[]) {
  const unit = file.parts.find(({ id }) => id === span.part)?.unit;
  const object = unit && objectAt(unit, span.start);
  return object && silenceInAnnotation(unit.document, object, also);
}
