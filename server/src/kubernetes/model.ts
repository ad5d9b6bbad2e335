import type { FileInfo, PartOf } from '../core/language';
import type { PartId, Span } from '../core/span';
import type { YamlDocument, YamlMap, YamlNode, YamlScalar } from '../yaml/node';
import type { Word } from '../yaml/word';
import type { KindFacts } from './facts/kinds';
import type { Selector } from './selectors/selector';

/** All documents of one file; a document whose text is unchanged is the same `Manifest` after the next reading. */
export interface ManifestFile {
  readonly file: FileInfo;
  /** They tile the text. */
  readonly parts: readonly PartOf<Manifest>[];
  /** `# vscode-kubernetes-tools: exclude` stands in the file: every document is `other`. */
  readonly excluded: boolean;
  /** The serial number the next new part gets. */
  readonly nextSerial: number;
}

/** One YAML document: the unit that rules of scope `part` check. */
export interface Manifest {
  readonly part: PartId;
  readonly file: FileInfo;
  /** Text, root node, comments and YAML faults. */
  readonly document: YamlDocument;
  readonly sort: DocumentSort;
  /** What rules check: one object, or the items of a `List`; nothing unless `sort` is `object`. */
  readonly objects: readonly KubernetesObject[];
  /** Also the objects of templates, fragments and custom resources, for hovers and the outline. */
  readonly outline: readonly KubernetesObject[];
}

export type DocumentSort =
  /** Built-in API group: everything applies, YAML faults included. */
  | 'object'
  /** Not complete enough to be an object: a built-in `apiVersion` without `kind`, or the reverse. */
  | 'incomplete'
  /** A part of a built-in object that a kustomization patches another with. */
  | 'fragment'
  /** A built-in object that Helm or the like completes. */
  | 'template'
  | 'custom-resource'
  | 'kustomization'
  /** Not ours, but for the images it builds. */
  | 'skaffold'
  /** Comments only. */
  | 'empty'
  /** Not ours. */
  | 'other';

export interface KubernetesObject {
  readonly root: YamlMap;
  readonly apiVersion: Written<string>;
  readonly kind: Written<string>;
  /** Empty for the core group. */
  readonly group: string;
  readonly version: string;
  /** What Kubernetes knows of this group, version and kind; missing for custom resources and typing mistakes. */
  readonly type: KindFacts | undefined;
  readonly metadata: YamlMap | undefined;
  readonly name: Written<string> | undefined;
  readonly generateName: Written<string> | undefined;
  /** Where the object lands: `default` if a namespaced kind names none; missing for cluster-wide kinds. */
  readonly namespace: string | undefined;
  /** `metadata.namespace` as written. */
  readonly writtenNamespace: Written<string> | undefined;
  /** The object's own labels; those of its pods are `workload.template.labels`. */
  readonly labels: readonly Label[];
  readonly annotations: readonly Label[];
  readonly spec: YamlMap | undefined;
  readonly workload: Workload | undefined;
}

/** A scalar's value with the node that says it; `keySpan(node)` finds its key. */
export interface Written<T> {
  readonly value: T;
  readonly node: YamlScalar;
}

/** One entry of a map of strings: a label, an annotation, a pair of `matchLabels`. Plain data. */
export interface Label {
  readonly name: string;
  readonly value: string;
  readonly keySpan: Span;
  readonly valueSpan: Span;
  readonly keyWord: Word;
  readonly valueWord: Word;
  /** False where YAML gives a number, boolean or null (`version: 1`), which the API server rejects. */
  readonly isString: boolean;
  /** A template writes the value: it compares with nothing. */
  readonly unknown: boolean;
}

export type WorkloadKind =
  | 'Deployment'
  | 'StatefulSet'
  | 'DaemonSet'
  | 'ReplicaSet'
  | 'ReplicationController'
  | 'Job'
  | 'CronJob'
  | 'Pod';

/** An object that runs pods. */
export interface Workload {
  readonly kind: WorkloadKind;
  /** The map that holds `template`, `selector` and `replicas`: for a CronJob that of its jobs; for a Pod its spec. */
  readonly spec: YamlMap | undefined;
  /** As written, whatever its value; what leaving it out means depends on the kind. */
  readonly replicas: YamlNode | undefined;
  /** Missing where none is written, and always for a Pod. */
  readonly selector: Selector | undefined;
  /** For a Pod: the object itself. */
  readonly template: PodTemplate | undefined;
}

export interface PodTemplate {
  /** The map that holds `metadata` and the pod's `spec`. */
  readonly node: YamlMap;
  readonly metadata: YamlMap | undefined;
  readonly labels: readonly Label[];
  readonly annotations: readonly Label[];
  readonly spec: YamlMap | undefined;
  readonly containers: readonly Container[];
  readonly initContainers: readonly Container[];
  readonly ephemeralContainers: readonly Container[];
  readonly volumes: readonly Volume[];
}

export interface Container {
  readonly node: YamlMap;
  readonly role: 'container' | 'init' | 'ephemeral';
  /** An init container with `restartPolicy: Always`: it keeps running beside the others. */
  readonly sidecar: boolean;
  readonly name: Written<string> | undefined;
  readonly image: Written<string> | undefined;
  readonly ports: readonly ContainerPort[];
  readonly env: readonly EnvVar[];
  readonly mounts: readonly VolumeMount[];
  /** Where to say what the container as a whole lacks: its name, else its first key. */
  readonly anchor: Span;
}

export interface ContainerPort {
  readonly node: YamlMap;
  readonly name: Written<string> | undefined;
  readonly number: Written<number> | undefined;
  /** TCP where none is written. */
  readonly protocol: string;
}

export interface EnvVar {
  readonly node: YamlMap;
  readonly name: Written<string> | undefined;
  /** A literal value. */
  readonly value: YamlScalar | undefined;
  readonly valueFrom: YamlMap | undefined;
}

export interface Volume {
  readonly node: YamlMap;
  readonly name: Written<string> | undefined;
  /** The key that says what it is: `configMap`, `emptyDir`, `hostPath`. */
  readonly source: string | undefined;
}

export interface VolumeMount {
  readonly node: YamlMap;
  readonly name: Written<string> | undefined;
  readonly mountPath: Written<string> | undefined;
}
