/** What `npm run gen:cloudbuild` writes: the resource `Build` of the Cloud Build API and every type below it. */
export interface SchemaFile {
  /** By the API's own name: `Build`, `BuildStep`, `Artifacts.MavenArtifact`. */
  readonly types: Readonly<Record<string, TypeEntry>>;
}

export interface TypeEntry {
  readonly text?: string;
  /** By their names in JSON: `waitFor`. */
  readonly fields: Readonly<Record<string, FieldEntry>>;
}

export interface FieldEntry {
  /**
   * `string`, `word` of an enum, `boolean`, `int32`, `int64`, `duration`, `byte`, `any`; the name of a type; `[]` before it
   * for a list, `{}` for a map of them.
   */
  readonly type: string;
  readonly text?: string;
  readonly required?: true;
  /** Cloud Build fills it in; nobody writes it. */
  readonly output?: true;
  readonly deprecated?: true;
  /** The words it takes, each with what the API says of it. */
  readonly enum?: Readonly<Record<string, string>>;
}
