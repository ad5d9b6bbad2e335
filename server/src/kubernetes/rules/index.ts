// Written by `npm run gen`: one line for each file of this folder.
import accessToCreatePods from './access-to-create-pods';
import accessToExec from './access-to-exec';
import accessToSecrets from './access-to-secrets';
import clusterAdminBinding from './cluster-admin-binding';
import containerRuntimeSocket from './container-runtime-socket';
import customSelinuxLabel from './custom-selinux-label';
import dangerousCapability from './dangerous-capability';
import deprecatedApiVersion from './deprecated-api-version';
import duplicateKey from './duplicate-key';
import duplicateListItem from './duplicate-list-item';
import exposedService from './exposed-service';
import hostNamespaces from './host-namespaces';
import hostPathVolume from './host-path-volume';
import hostPort from './host-port';
import hostProbe from './host-probe';
import ingressWithoutTls from './ingress-without-tls';
import invalidName from './invalid-name';
import invalidValue from './invalid-value';
import missingField from './missing-field';
import missingKey from './missing-key';
import missingNetworkPolicy from './missing-network-policy';
import missingReplicas from './missing-replicas';
import mutuallyExclusiveFields from './mutually-exclusive-fields';
import nonRootAsUser0 from './non-root-as-user-0';
import numberOutOfRange from './number-out-of-range';
import privilegeEscalationAllowed from './privilege-escalation-allowed';
import privilegedContainer from './privileged-container';
import privilegedPort from './privileged-port';
import probePortName from './probe-port-name';
import referenceNearMiss from './reference-near-miss';
import referenceNotFound from './reference-not-found';
import removedApiVersion from './removed-api-version';
import restrictedVolumeType from './restricted-volume-type';
import runsAsRoot from './runs-as-root';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import serviceNearMiss from './service-near-miss';
import servicePortMismatch from './service-port-mismatch';
import sshPort from './ssh-port';
import targetPortMismatch from './target-port-mismatch';
import unconfinedProfile from './unconfined-profile';
import unknownField from './unknown-field';
import unknownKind from './unknown-kind';
import unknownRuleName from './unknown-rule-name';
import unmaskedProc from './unmasked-proc';
import unsafeSysctl from './unsafe-sysctl';
import volumeMountWithoutVolume from './volume-mount-without-volume';
import wildcardInRole from './wildcard-in-role';
import windowsHostProcess from './windows-host-process';
import wrongScope from './wrong-scope';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  accessToCreatePods,
  accessToExec,
  accessToSecrets,
  clusterAdminBinding,
  containerRuntimeSocket,
  customSelinuxLabel,
  dangerousCapability,
  deprecatedApiVersion,
  duplicateKey,
  duplicateListItem,
  exposedService,
  hostNamespaces,
  hostPathVolume,
  hostPort,
  hostProbe,
  ingressWithoutTls,
  invalidName,
  invalidValue,
  missingField,
  missingKey,
  missingNetworkPolicy,
  missingReplicas,
  mutuallyExclusiveFields,
  nonRootAsUser0,
  numberOutOfRange,
  privilegeEscalationAllowed,
  privilegedContainer,
  privilegedPort,
  probePortName,
  referenceNearMiss,
  referenceNotFound,
  removedApiVersion,
  restrictedVolumeType,
  runsAsRoot,
  selectorInvalid,
  selectorMismatch,
  serviceNearMiss,
  servicePortMismatch,
  sshPort,
  targetPortMismatch,
  unconfinedProfile,
  unknownField,
  unknownKind,
  unknownRuleName,
  unmaskedProc,
  unsafeSysctl,
  volumeMountWithoutVolume,
  wildcardInRole,
  windowsHostProcess,
  wrongScope,
  wrongType,
  yamlSyntax,
];
