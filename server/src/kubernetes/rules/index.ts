// Written by `npm run gen`: one line for each file of this folder.
import automountedToken from './automounted-token';
import capabilitiesKept from './capabilities-kept';
import containerRuntimeSocket from './container-runtime-socket';
import customSelinuxLabel from './custom-selinux-label';
import dangerousCapability from './dangerous-capability';
import deprecatedApiVersion from './deprecated-api-version';
import deprecatedServiceAccountField from './deprecated-service-account-field';
import duplicateKey from './duplicate-key';
import duplicateListItem from './duplicate-list-item';
import hostNamespaces from './host-namespaces';
import hostPathVolume from './host-path-volume';
import hostPort from './host-port';
import hostProbe from './host-probe';
import invalidName from './invalid-name';
import invalidValue from './invalid-value';
import lowUserId from './low-user-id';
import missingField from './missing-field';
import missingReplicas from './missing-replicas';
import mutuallyExclusiveFields from './mutually-exclusive-fields';
import nonRootAsUser0 from './non-root-as-user-0';
import notRestricted from './not-restricted';
import numberOutOfRange from './number-out-of-range';
import privilegeEscalationAllowed from './privilege-escalation-allowed';
import privilegeEscalationByDefault from './privilege-escalation-by-default';
import privilegedContainer from './privileged-container';
import privilegedScc from './privileged-scc';
import removedApiVersion from './removed-api-version';
import restrictedVolumeType from './restricted-volume-type';
import rootByDefault from './root-by-default';
import runsAsRoot from './runs-as-root';
import seccompProfileMissing from './seccomp-profile-missing';
import secretInConfigMap from './secret-in-config-map';
import secretInEnv from './secret-in-env';
import secretReadThroughEnv from './secret-read-through-env';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import serviceNearMiss from './service-near-miss';
import unconfinedProfile from './unconfined-profile';
import unknownField from './unknown-field';
import unknownKind from './unknown-kind';
import unknownRuleName from './unknown-rule-name';
import unmaskedProc from './unmasked-proc';
import unsafeSysctl from './unsafe-sysctl';
import windowsHostProcess from './windows-host-process';
import writableRootFilesystem from './writable-root-filesystem';
import wrongScope from './wrong-scope';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  automountedToken,
  capabilitiesKept,
  containerRuntimeSocket,
  customSelinuxLabel,
  dangerousCapability,
  deprecatedApiVersion,
  deprecatedServiceAccountField,
  duplicateKey,
  duplicateListItem,
  hostNamespaces,
  hostPathVolume,
  hostPort,
  hostProbe,
  invalidName,
  invalidValue,
  lowUserId,
  missingField,
  missingReplicas,
  mutuallyExclusiveFields,
  nonRootAsUser0,
  notRestricted,
  numberOutOfRange,
  privilegeEscalationAllowed,
  privilegeEscalationByDefault,
  privilegedContainer,
  privilegedScc,
  removedApiVersion,
  restrictedVolumeType,
  rootByDefault,
  runsAsRoot,
  seccompProfileMissing,
  secretInConfigMap,
  secretInEnv,
  secretReadThroughEnv,
  selectorInvalid,
  selectorMismatch,
  serviceNearMiss,
  unconfinedProfile,
  unknownField,
  unknownKind,
  unknownRuleName,
  unmaskedProc,
  unsafeSysctl,
  windowsHostProcess,
  writableRootFilesystem,
  wrongScope,
  wrongType,
  yamlSyntax,
];
