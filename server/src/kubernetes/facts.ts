import type { Span } from '../core/span';
import type { Label, WorkloadKind } from './model';
import type { CustomType } from './schema/custom';
import type { Kind } from './schema/schema';
import type { Selector } from './selector';

/**
 * What one document tells the rest of the workspace: compact plain data, compared by value. A fact's `namespace`
 * is where the object lands (`default` where none is written, missing for cluster-wide kinds) and its `name` the
 * object's name, so both can be asked for.
 */
export interface KubernetesFacts {
  /** Every named object of a built-in kind. */
  object: ObjectFact;
  /** Objects that run pods, with the labels their pods get. */
  workload: WorkloadFact;
  service: ServiceFact;
  autoscaler: AutoscalerFact;
  /** PodDisruptionBudgets. */
  budget: PodSelectorFact;
  networkPolicy: PodSelectorFact;
  /** ConfigMaps and Secrets. */
  config: ConfigFact;
  /**
   * What a CustomResourceDefinition makes, in each version that is served. Its fact is named by the kind it makes,
   * `example.com/v1/Widget`, and has no namespace.
   */
  customKind: CustomKindFact;
  /** A kustomization.yaml; it has neither name nor namespace. */
  kustomization: KustomizationFact;
}

export interface ObjectFact {
  readonly apiVersion: string;
  readonly group: string;
  readonly kind: string;
  readonly labels: readonly Label[];
  /** Of a ServiceAccount that keeps its token from its pods; missing everywhere else. */
  readonly mountsToken?: false;
}

export interface WorkloadFact {
  readonly kind: WorkloadKind;
  readonly group: string;
  /** Of the pods, not of the object. */
  readonly labels: readonly Label[];
  /** Keys or labels are added by something that is not here, so a miss proves nothing. */
  readonly unknown: boolean;
  /** As written; missing where none is. */
  readonly replicas: number | undefined;
  readonly ports: readonly PortFact[];
  /** Where the labels are written, or should be: the `labels` key, else that of the template or object. */
  readonly labelsSpan: Span;
}

export interface PortFact {
  readonly name: string | undefined;
  readonly number: number | undefined;
  readonly protocol: string;
  readonly span: Span;
}

export interface ServiceFact {
  /** ClusterIP where none is written. */
  readonly type: string;
  readonly headless: boolean;
  /** Missing where the endpoints are managed by hand. */
  readonly selector: Selector | undefined;
  readonly ports: readonly ServicePortFact[];
}

export interface ServicePortFact extends PortFact {
  /** The same as `number` where none is written. */
  readonly targetPort: number | string | undefined;
}

export interface AutoscalerFact {
  readonly target: TargetRef;
  readonly minReplicas: number | undefined;
  readonly maxReplicas: number | undefined;
}

/** An HPA's `scaleTargetRef`. */
export interface TargetRef {
  readonly kind: string;
  readonly name: string;
  /** Missing where no `apiVersion` is written, which the API allows. */
  readonly group: string | undefined;
  readonly span: Span;
}

export interface PodSelectorFact {
  readonly selector: Selector | undefined;
}

export interface ConfigFact {
  readonly kind: 'ConfigMap' | 'Secret';
  /** Of `data` and `stringData`. */
  readonly keys: readonly string[];
  /** Of `binaryData`, which environment variables cannot read. */
  readonly binaryKeys: readonly string[];
}

export interface CustomKindFact {
  readonly kind: Kind;
  /** The object types it is made of, by name: that of the whole object is `kind.type`. */
  readonly types: Readonly<Record<string, CustomType>>;
}

export interface KustomizationFact {
  /** As written: relative paths of files and folders, and URLs. */
  readonly resources: readonly string[];
  /** Files whose documents are patches. */
  readonly patches: readonly string[];
  readonly namespace: string | undefined;
  readonly namePrefix: string | undefined;
  readonly nameSuffix: string | undefined;
  /** It adds labels, generates or transforms: its objects are not the written ones. */
  readonly rewrites: boolean;
}
