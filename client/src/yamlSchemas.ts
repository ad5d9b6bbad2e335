/**
 * The patterns of the files that `yaml.schemas` gives a Kubernetes schema: by its own word `kubernetes`, or by the
 * address of one.
 */
export function kubernetesPatterns(schemas: unknown): readonly string[] {
  if (typeof schemas !== 'object' || schemas === null) return [];
  return Object.entries(schemas)
    .filter(([schema]) => /kubernetes/i.test(schema) && !/kustomization/i.test(schema))
    .flatMap(([, patterns]) => patterns)
    .filter((pattern) => typeof pattern === 'string');
}

/** Whether a comment at the top of a text gives it one. */
export function namesKubernetesSchema(text: string): boolean {
  return /^#\s*yaml-language-server:\s*\$schema=\S*kubernetes/im.test(text);
}
