// Written by `npm run gen`: one line for each file of this folder.
import accessToCreatePods from './access-to-create-pods';
import accessToExec from './access-to-exec';
import accessToSecrets from './access-to-secrets';
import clusterAdminBinding from './cluster-admin-binding';
import deprecatedApiVersion from './deprecated-api-version';
import duplicateKey from './duplicate-key';
import duplicateListItem from './duplicate-list-item';
import exposedService from './exposed-service';
import ingressWithoutTls from './ingress-without-tls';
import invalidName from './invalid-name';
import invalidValue from './invalid-value';
import missingField from './missing-field';
import missingNetworkPolicy from './missing-network-policy';
import missingReplicas from './missing-replicas';
import mutuallyExclusiveFields from './mutually-exclusive-fields';
import numberOutOfRange from './number-out-of-range';
import privilegedPort from './privileged-port';
import removedApiVersion from './removed-api-version';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import serviceNearMiss from './service-near-miss';
import sshPort from './ssh-port';
import unknownField from './unknown-field';
import unknownKind from './unknown-kind';
import unknownRuleName from './unknown-rule-name';
import wildcardInRole from './wildcard-in-role';
import wrongScope from './wrong-scope';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  accessToCreatePods,
  accessToExec,
  accessToSecrets,
  clusterAdminBinding,
  deprecatedApiVersion,
  duplicateKey,
  duplicateListItem,
  exposedService,
  ingressWithoutTls,
  invalidName,
  invalidValue,
  missingField,
  missingNetworkPolicy,
  missingReplicas,
  mutuallyExclusiveFields,
  numberOutOfRange,
  privilegedPort,
  removedApiVersion,
  selectorInvalid,
  selectorMismatch,
  serviceNearMiss,
  sshPort,
  unknownField,
  unknownKind,
  unknownRuleName,
  wildcardInRole,
  wrongScope,
  wrongType,
  yamlSyntax,
];
