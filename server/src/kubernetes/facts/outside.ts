import type { Label } from '../model';

/**
 * Annotations with which a controller is told of the outside what the object's own fields do not say.
 * Sources: https://cloud.google.com/kubernetes-engine/docs/concepts/ingress-xlb#options_for_providing_ssl_certificates,
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/#tls,
 * https://doc.traefik.io/traefik/reference/routing-configuration/kubernetes/ingress/,
 * https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer
 */

/** The certificate of an Ingress, where `spec.tls` has none. */
const CERTIFICATES = new Set([
  'networking.gke.io/managed-certificates',
  'ingress.gcp.kubernetes.io/pre-shared-cert',
  'alb.ingress.kubernetes.io/certificate-arn',
  'appgw.ingress.kubernetes.io/appgw-ssl-certificate',
]);

const TLS_ROUTERS = 'traefik.ingress.kubernetes.io/router.tls';

export function hasCertificate(annotations: readonly Label[]): boolean {
  return annotations.some(
    ({ name, value }) => CERTIFICATES.has(name) || (name.startsWith(TLS_ROUTERS) && value !== 'false'),
  );
}

/** What keeps the load balancer of a Service inside its network; without values: whatever is written. */
const INTERNAL: Readonly<Record<string, readonly string[] | undefined>> = {
  'networking.gke.io/load-balancer-type': ['internal'],
  'cloud.google.com/load-balancer-type': ['internal'],
  'service.beta.kubernetes.io/aws-load-balancer-scheme': ['internal'],
  'service.beta.kubernetes.io/aws-load-balancer-internal': ['true', '0.0.0.0/0'],
  'service.beta.kubernetes.io/azure-load-balancer-internal': ['true'],
  'service.beta.kubernetes.io/openstack-internal-load-balancer': ['true'],
  'service.kubernetes.io/qcloud-loadbalancer-internal-subnetid': undefined,
};

export function isInternal(annotations: readonly Label[]): boolean {
  return annotations.some(({ name, value }) => {
    if (!Object.hasOwn(INTERNAL, name)) return false;
    return INTERNAL[name]?.includes(value.toLowerCase()) ?? true;
  });
}
