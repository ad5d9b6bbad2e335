import type { AnyExpectation, Evidence, Expectation, Fields, Miss } from '../core/expectation';
import type { Fact } from '../core/facts';
import type { KubernetesFacts } from './facts';
import type { KubernetesObject, ManifestFile } from './model';

/** The manifests of a lab. */
export type LabManifests = Evidence<ManifestFile, KubernetesFacts>;

/** Declares what labs can expect of manifests. */
export function expectation<F extends Fields>(
  declared: Expectation<ManifestFile, KubernetesFacts, F>,
): AnyExpectation {
  return declared;
}

/** An object of the lab, wherever it is written. */
export function objectNamed(
  { models }: LabManifests,
  kind: string,
  name: string,
): KubernetesObject | undefined {
  return [...models.values()]
    .flatMap(({ parts }) => parts.flatMap(({ unit }) => unit.objects))
    .find((one) => one.kind.value === kind && one.name?.value === name);
}

export function noObject(kind: string, name: string): Miss {
  return { told: { text: NO_OBJECT, values: { kind, name } } };
}

const NO_OBJECT = {
  ko: '{kind} `{name}`{name|이} 없다',
  en: 'There is no {kind} `{name}`',
};

/** The fact of the Service of that name. */
export function serviceNamed(
  { facts }: LabManifests,
  name: string,
): Fact<KubernetesFacts, 'service'> | undefined {
  return facts.find('service', { name })[0];
}
