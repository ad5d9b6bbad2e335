import type { Edit, Span } from '../core/span';
import type { Word } from '../yaml/word';
import type { BindingFact } from './access/bindings';
import type { RoleFact } from './access/roles';
import type { Label, WorkloadKind } from './model';
import type { IsolationFact } from './pods/isolation';
import type { Named, Reference } from './references/reference';
import type { CustomType } from './schema/custom';
import type { Kind } from './schema/schema';
import type { Selector } from './selectors/selector';

/**
 * What one document tells the rest of the workspace: compact plain data, compared by value. A fact's `namespace`
 * is where the object lands (`default` where none is written, missing for cluster-wide kinds) and its `name` the
 * object's name, so both can be asked for.
 */
export interface KubernetesFacts {
  /** Every named object, custom resources too. */
  object: ObjectFact;
  /** Objects that run pods, with the labels their pods get. */
  workload: WorkloadFact;
  /** The labels of pods that custom resources make; named like the resource. */
  customPods: CustomPodsFact;
  service: ServiceFact;
  autoscaler: AutoscalerFact;
  /**
   * Every selector of labels; a fact of the namespace it looks in, of none where it looks in all of them, and named by
   * what it asks for: see `saidBy`.
   */
  selector: SelectorFact;
  /** Every name of another object; see `addressOf` for how its fact is named. */
  reference: Reference;
  /** ConfigMaps and Secrets. */
  config: ConfigFact;
  /** PersistentVolumeClaims. */
  claim: ClaimFact;
  /** What Roles and ClusterRoles allow. */
  role: RoleFact;
  /** Objects that others make in the cluster: their facts are named like them; without a namespace it is unknown. */
  made: MadeFact;
  limitRange: LimitRangeFact;
  /**
   * What a CustomResourceDefinition makes, in each version that is served. Its fact is named by the kind it makes,
   * `example.com/v1/Widget`, and has no namespace.
   */
  customKind: CustomKindFact;
  /** A kustomization.yaml; it has neither name nor namespace. */
  kustomization: KustomizationFact;
  /** Any YAML file, by its URI, whatever it holds: once for each document. */
  file: FileFact;
  /** RoleBindings and ClusterRoleBindings that give somebody something. */
  binding: BindingFact;
  /** NetworkPolicies: which pods they isolate. */
  isolation: IsolationFact;
  /** A skaffold.yaml; likewise. */
  skaffold: SkaffoldFact;
}

export interface ObjectFact {
  readonly apiVersion: string;
  readonly group: string;
  readonly kind: string;
  readonly name: Word;
  /** Its namespace is written; where it is not, `kubectl -n` may mean another than `default`. */
  readonly placed: boolean;
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
  /** Of the containers that run beside each other: those that end before the pod serves have none to offer. */
  readonly ports: readonly PortFact[];
  /** Where probes and hooks name a port of their container. */
  readonly portUses: readonly PortUse[];
  /** Where the labels are written, or should be: the `labels` key, else that of the template or object. */
  readonly labelsSpan: Span;
}

/** There is more to such pods than is written: their controller adds to them, and none of us knows what. */
export interface CustomPodsFact {
  readonly labels: readonly Label[];
  /** Some of the labels are not to be read. */
  readonly unknown: boolean;
}

export interface PortFact {
  /** Its container, counted over all of the pod; 0 for a Service. */
  readonly container: number;
  readonly name: Word | undefined;
  /** The `containerPort`, or a Service's `port`. */
  readonly port: PortWord | undefined;
  /** TCP where none is written. */
  readonly protocol: string;
}

/** A port by its number, or by a name. */
export interface PortWord {
  readonly word: Word;
  /** Missing where it is named. */
  readonly number: number | undefined;
}

export interface PortUse extends PortWord {
  readonly container: number;
  /** `readinessProbe`, `lifecycle.preStop`. */
  readonly by: string;
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
  /** The same as `port` where none is written. */
  readonly target: PortWord | undefined;
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

export interface SelectorFact {
  readonly owner: Named;
  readonly role: SelectorRole;
  /** What has the labels. */
  readonly of: 'pods' | 'services';
  readonly selector: Selector;
  /** Names of ports of what it selects: those of a monitor's endpoints. */
  readonly ports: readonly Word[];
}

export type SelectorRole =
  /** A workload's, of its own pods. */
  | 'own'
  | 'service'
  | 'budget'
  /** A NetworkPolicy's `podSelector`, and those of the other side in its rules. */
  | 'policy'
  | 'peer'
  /** Affinity, and spreading over zones. */
  | 'spread'
  /** ServiceMonitor and PodMonitor. */
  | 'monitor';

export interface ConfigFact {
  readonly kind: 'ConfigMap' | 'Secret';
  /** Of `data` and `stringData`. */
  readonly keys: readonly Word[];
  /** Of `binaryData`, which environment variables cannot read. */
  readonly binaryKeys: readonly Word[];
  /** Something else fills it, so that a key that is not written may be there. */
  readonly open: boolean;
  /** What writes one more key, with `NEW_KEY` for its name; missing where there is no room for one. */
  readonly room: Edit | undefined;
}

/** No name of a key. */
export const NEW_KEY = '\u0000';

export interface ClaimFact {
  /** Its `accessModes`. */
  readonly modes: readonly string[];
}

export interface MadeFact {
  readonly kind: string;
  /** What makes it. */
  readonly by: Named;
}

/** What a LimitRange gives the containers of its namespace that ask for nothing themselves. */
export interface LimitRangeFact {
  /** `cpu`, `memory` … */
  readonly requests: readonly string[];
  readonly limits: readonly string[];
}

export interface CustomKindFact {
  readonly kind: Kind;
  /** The object types it is made of, by name: that of the whole object is `kind.type`. */
  readonly types: Readonly<Record<string, CustomType>>;
}

/** That it is there. */
export type FileFact = Readonly<Record<string, never>>;

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
  /** The images it changes wherever they stand. */
  readonly images: readonly ImageChange[];
  /** The names of the workloads it sets the replicas of. */
  readonly replicas: readonly string[];
}

/** An entry of a kustomization's `images`. */
export interface ImageChange {
  /** As written in manifests, without tag and digest. */
  readonly name: string;
  /** It gets another name, and so may come from another registry. */
  readonly renamed: boolean;
  /** It gets a tag or digest. */
  readonly pinned: boolean;
}

export interface SkaffoldFact {
  /** The images it builds and writes into manifests with a tag of their own. */
  readonly images: readonly string[];
}
