/**
 * The built-in checks of kube-linter 0.8.3 by whether it runs them where nobody says otherwise.
 * https://docs.kubelinter.io/#/generated/checks
 */
export const KUBE_LINTER_CHECKS = {
  default:
    'dangling-service deprecated-service-account-field docker-sock drop-net-raw-capability duplicate-env-var env-var-secret host-ipc host-network host-pid invalid-target-ports job-ttl-seconds-after-finished latest-tag liveness-port mismatching-selector no-anti-affinity no-extensions-v1beta no-read-only-root-fs non-existent-service-account pdb-max-unavailable pdb-min-available pdb-unhealthy-pod-eviction-policy privilege-escalation-container privileged-container readiness-port run-as-non-root sensitive-host-mounts ssh-port startup-port unsafe-sysctls unset-cpu-requirements unset-memory-requirements'.split(
      ' ',
    ),
  optional:
    'access-to-create-pods access-to-secrets cluster-admin-role-binding dangling-horizontalpodautoscaler dangling-ingress dangling-networkpolicy dangling-networkpolicypeer-podselector dangling-servicemonitor default-service-account dnsconfig-options env-value-from exposed-services hpa-minimum-three-replicas minimum-three-replicas no-liveness-probe no-node-affinity no-readiness-probe no-rolling-update-strategy non-isolated-pod priority-class-name privileged-ports read-secret-from-env-var required-annotation-email required-label-owner restart-policy scc-deny-privileged-container schema-validation sorted-keys unsafe-proc-mount use-namespace wildcard-in-rules writable-host-mount'.split(
      ' ',
    ),
} as const;
