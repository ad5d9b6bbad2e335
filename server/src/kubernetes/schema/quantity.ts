/**
 * Whether a text is a Quantity: `500m`, `1.5Gi`, `1e3`.
 * Source: ParseQuantity in k8s.io/apimachinery/pkg/api/resource/quantity.go
 */
export function isQuantity(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(text);
}

/** How much a Quantity is; undefined for what is none. */
export function amountOf(text: string): number | undefined {
  if (!isQuantity(text)) return undefined;
  const [, number = '', suffix = ''] = /^([+-]?[\d.]+)(.*)$/.exec(text) ?? [];
  if (/^[eE][+-]?\d/.test(suffix)) return Number(text);
  const power = 'KMGTPE'.indexOf(suffix[0]?.toUpperCase() ?? '') + 1;
  if (suffix.endsWith('i')) return Number(number) * 1024 ** power;
  const parts = { n: 1e9, u: 1e6, m: 1e3 }[suffix];
  // 700m is 0.7 to the last digit; times 0.001 it would be more.
  if (parts !== undefined) return Number(number) / parts;
  return Number(number) * (suffix === '' ? 1 : 1000 ** power);
}
