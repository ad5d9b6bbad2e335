import type { FieldEntry, KindEntry, SchemaFile, TypeEntry } from '../../server/src/kubernetes/schema/file';

/** What one version of Kubernetes says of itself. */
export interface Source {
  readonly minor: string;
  readonly definitions: Readonly<Record<string, Definition>>;
  readonly defaults: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** Of the published document: what the URLs look like, and which definition is which kind. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly published: Readonly<
    Record<string, { readonly 'x-kubernetes-group-version-kind'?: readonly Gvk[] }>
  >;
}

interface Gvk {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
}
interface Operation {
  readonly 'x-kubernetes-group-version-kind'?: Gvk;
  readonly 'x-kubernetes-action'?: string;
}
interface Definition {
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Property>>;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-unions'?: readonly {
    readonly 'fields-to-discriminateBy'?: Readonly<Record<string, string>>;
  }[];
}
interface Property {
  readonly description?: string;
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly enum?: readonly string[];
  readonly default?: unknown;
  readonly items?: Property;
  readonly additionalProperties?: Property | boolean;
  readonly 'x-kubernetes-list-type'?: string;
  readonly 'x-kubernetes-list-map-keys'?: readonly string[];
}

/** Defaults that hang on what else is written: the text of the field explains them. */
const CONDITIONAL = new Set(['imagePullPolicy', 'pullPolicy', 'policyTypes']);

/** Types that are written as one value. */
const VALUES: Readonly<Record<string, string>> = {
  'io.k8s.apimachinery.pkg.api.resource.Quantity': 'quantity',
  'io.k8s.apimachinery.pkg.util.intstr.IntOrString': 'int-or-string',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Time': 'date-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime': 'date-time',
  'io.k8s.apimachinery.pkg.apis.meta.v1.Duration': 'duration',
  'io.k8s.apimachinery.pkg.runtime.RawExtension': 'any',
  'io.k8s.apimachinery.pkg.apis.meta.v1.FieldsV1': 'any',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSON': 'any',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrArray': 'any',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrBool': 'any',
  'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaPropsOrStringArray': 'any',
};

/** Answers of the API server that nobody writes. */
const ANSWERS = new Set([
  'APIGroup',
  'APIGroupList',
  'APIResourceList',
  'APIVersions',
  'DeleteOptions',
  'Status',
  'WatchEvent',
]);

/** Merges what the versions say, oldest first. */
export function compile(sources: readonly Source[]): SchemaFile {
  const all = 2 ** sources.length - 1;
  const texts = new Texts();
  const kinds = merge(
    sources,
    all,
    (source) => kindsOf(source),
    (kind) => `${kind.group}/${kind.version}/${kind.kind}`,
  );
  const types: Record<string, TypeEntry> = {};
  const names = reachable(sources);
  for (const name of [...names].sort()) {
    const known = sources.flatMap(({ definitions }) => definitions[name] ?? []);
    const fields = merge(
      sources,
      all,
      (source) => fieldsOf(source, name),
      ([field]) => field,
      ([, entry]) => entry,
    );
    types[shortName(name)] = {
      ...texts.of(known.at(-1)?.description),
      fields: fieldTable(fields, name, sources, texts),
      ...unionsOf(known.at(-1)),
    };
  }
  return {
    versions: sources.map(({ minor }) => minor),
    kinds: kinds.map(({ item, ...mask }) => ({ ...item, ...mask })),
    types,
    texts: texts.all,
  };
}

type Versioned<T> = { readonly item: T; readonly in?: number };

/** Each different item once, with the versions it is in. `what` is all that must agree. */
function merge<T>(
  sources: readonly Source[],
  all: number,
  read: (source: Source) => readonly T[],
  key: (item: T) => string,
  what: (item: T) => unknown = (item) => item,
): Versioned<T>[] {
  const found = new Map<string, { item: T; mask: number }>();
  sources.forEach((source, i) => {
    for (const item of read(source)) {
      const id = `${key(item)} ${JSON.stringify(what(item))}`;
      found.set(id, { item, mask: (found.get(id)?.mask ?? 0) | (1 << i) });
    }
  });
  return [...found.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { item, mask }]) => ({ item, ...(mask !== all && { in: mask }) }));
}

function kindsOf({ paths, published, definitions }: Source): KindEntry[] {
  const typeOf = new Map<string, string>();
  for (const [name, { 'x-kubernetes-group-version-kind': gvks }] of Object.entries(published))
    if (gvks?.length === 1 && definitions[name]) typeOf.set(id(gvks[0]!), name);
  const found = new Map<string, { plural?: string; clusterScoped?: true; scalable?: true }>();
  for (const gvk of typeOf.keys()) found.set(gvk, {});
  const scalable = new Set<string>();
  for (const [path, operations] of Object.entries(paths)) {
    if (path.endsWith('/{name}/scale')) scalable.add(path.slice(0, -'/{name}/scale'.length));
    const gvk = operations['post']?.['x-kubernetes-group-version-kind'];
    // Below `{name}` are subresources: `pods/eviction`.
    if (!gvk || path.includes('{name}')) continue;
    found.set(id(gvk), {
      plural: path.slice(path.lastIndexOf('/') + 1),
      ...(!path.includes('{namespace}') && !found.get(id(gvk))?.plural && { clusterScoped: true }),
    });
  }
  for (const path of scalable) {
    const gvk = paths[path]?.['post']?.['x-kubernetes-group-version-kind'];
    if (gvk) Object.assign(found.get(id(gvk))!, { scalable: true });
  }
  return [...found].flatMap(([written, more]) => {
    const [group = '', version = '', kind = ''] = written.split(' ');
    const type = typeOf.get(written);
    return type && !ANSWERS.has(kind) ? [{ group, version, kind, type: shortName(type), ...more }] : [];
  });
}

function id({ group, version, kind }: Gvk): string {
  return `${group} ${version} ${kind}`;
}

/** The definitions that some kind is made of. */
function reachable(sources: readonly Source[]): Set<string> {
  const seen = new Set<string>();
  for (const source of sources) {
    const visit = (name: string) => {
      if (name in VALUES || !source.definitions[name]) return;
      // Once for each version: what a type holds may differ.
      if (visited.has(name)) return;
      visited.add(name);
      seen.add(name);
      for (const property of Object.values(source.definitions[name].properties ?? {}))
        refs(property).forEach(visit);
    };
    const visited = new Set<string>();
    const wanted = new Set(kindsOf(source).map(({ type }) => type));
    for (const name of Object.keys(source.definitions)) if (wanted.has(shortName(name))) visit(name);
  }
  return seen;
}

function refs({ $ref, items, additionalProperties }: Property): string[] {
  return [
    ...($ref ? [nameOf($ref)] : []),
    ...(items ? refs(items) : []),
    ...(typeof additionalProperties === 'object' ? refs(additionalProperties) : []),
  ];
}

function fieldsOf({ definitions, defaults }: Source, name: string): [string, FieldEntry][] {
  const { properties = {}, required = [] } = definitions[name] ?? {};
  return Object.entries(properties).map(([field, property]) => {
    const set = defaults[name]?.[field];
    const usual = CONDITIONAL.has(field) ? undefined : (set ?? meant(property.default));
    return [
      field,
      {
        type: typeOf(property),
        ...(required.includes(field) && { required: true }),
        ...(property.enum && { enum: Object.fromEntries(property.enum.map((value) => [value, 0])) }),
        ...(usual !== undefined && { default: usual }),
        ...(property['x-kubernetes-list-map-keys'] && { keys: property['x-kubernetes-list-map-keys'] }),
        ...(property['x-kubernetes-list-type'] === 'set' && { set: true }),
      },
    ];
  });
}

/** A zero is what Go makes of a field without a default. */
function meant(value: unknown): unknown {
  return value === '' || value === 0 || value === false || value === null || typeof value === 'object'
    ? undefined
    : value;
}

function typeOf({ type, format, $ref, items, additionalProperties }: Property): string {
  if ($ref) return VALUES[nameOf($ref)] ?? shortName(nameOf($ref));
  if (type === 'array') return `[]${items ? typeOf(items) : 'any'}`;
  if (typeof additionalProperties === 'object') return `{}${typeOf(additionalProperties)}`;
  if (type === 'integer') return format ?? 'int64';
  if (type === 'number') return 'double';
  if (type === 'string') return format === 'byte' ? 'byte' : 'string';
  return type === 'boolean' ? 'boolean' : 'any';
}

function fieldTable(
  fields: readonly Versioned<readonly [string, FieldEntry]>[],
  type: string,
  sources: readonly Source[],
  texts: Texts,
): TypeEntry['fields'] {
  const table: Record<string, FieldEntry[]> = {};
  for (const {
    item: [name, entry],
    in: mask,
  } of fields) {
    const newest = sources.findLast((source) => source.definitions[type]?.properties?.[name]);
    const { text, values } = split(newest?.definitions[type]?.properties?.[name]?.description);
    const { enum: written, ...rest } = entry;
    table[name] ??= [];
    table[name].push({
      ...rest,
      ...texts.of(text),
      ...(written && {
        enum: Object.fromEntries(
          Object.keys(written).map((value) => [value, texts.index(values.get(value) ?? '')]),
        ),
      }),
      ...(mask !== undefined && { in: mask }),
    });
  }
  return Object.fromEntries(
    Object.entries(table).map(([name, all]) => [name, all.length === 1 ? all[0]! : all]),
  );
}

/** The description, and what its generated end says of each value. */
function split(description = ''): { readonly text: string; readonly values: ReadonlyMap<string, string> } {
  const [text = '', list = ''] = description.split('\n\nPossible enum values:\n');
  const values = list.matchAll(/ - `"(.*?)"`(.*(?:\n(?! - `).*)*)/g);
  return { text, values: new Map([...values].map(([, value = '', said = '']) => [value, said.trim()])) };
}

function unionsOf(definition: Definition | undefined): Pick<TypeEntry, 'unions'> {
  const unions = definition?.['x-kubernetes-unions']?.map((union) =>
    Object.keys(union['fields-to-discriminateBy'] ?? {}),
  );
  return unions ? { unions } : {};
}

function nameOf(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1);
}

function shortName(name: string): string {
  return name
    .replace('io.k8s.api.', '')
    .replace('io.k8s.apimachinery.pkg.apis.', '')
    .replace(/^io\.k8s\..*\.pkg\.apis\./, '');
}

class Texts {
  readonly #known = new Map<string, number>([['', 0]]);

  index(text: string): number {
    const known = this.#known.get(text) ?? this.#known.size;
    this.#known.set(text, known);
    return known;
  }

  of(text: string | undefined): { readonly text?: number } {
    return text ? { text: this.index(text) } : {};
  }

  get all(): string[] {
    return [...this.#known.keys()];
  }
}
