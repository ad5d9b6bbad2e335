/**
 * Whether a text is a Quantity: `500m`, `1.5Gi`, `1e3`.
 * Source: ParseQuantity in k8s.io/apimachinery/pkg/api/resource/quantity.go
 */
export function isQuantity(text: string): boolean {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/.test(text);
}
