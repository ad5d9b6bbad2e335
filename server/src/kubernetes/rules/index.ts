// Written by `npm run gen`: one line for each file of this folder.
import claimForOneNode from './claim-for-one-node';
import deprecatedApiVersion from './deprecated-api-version';
import duplicateKey from './duplicate-key';
import duplicateListItem from './duplicate-list-item';
import invalidName from './invalid-name';
import invalidValue from './invalid-value';
import kustomizationFileMissing from './kustomization-file-missing';
import missingField from './missing-field';
import missingKey from './missing-key';
import missingReplicas from './missing-replicas';
import mutuallyExclusiveFields from './mutually-exclusive-fields';
import numberOutOfRange from './number-out-of-range';
import probePortName from './probe-port-name';
import referenceNearMiss from './reference-near-miss';
import referenceNotFound from './reference-not-found';
import removedApiVersion from './removed-api-version';
import sameSelector from './same-selector';
import selectedVersionMissing from './selected-version-missing';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import selectorNearMiss from './selector-near-miss';
import selectsNothing from './selects-nothing';
import serviceNearMiss from './service-near-miss';
import servicePortMismatch from './service-port-mismatch';
import statefulsetService from './statefulset-service';
import targetPortMismatch from './target-port-mismatch';
import unknownField from './unknown-field';
import unknownKind from './unknown-kind';
import unknownRuleName from './unknown-rule-name';
import volumeMountWithoutVolume from './volume-mount-without-volume';
import wrongScope from './wrong-scope';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  claimForOneNode,
  deprecatedApiVersion,
  duplicateKey,
  duplicateListItem,
  invalidName,
  invalidValue,
  kustomizationFileMissing,
  missingField,
  missingKey,
  missingReplicas,
  mutuallyExclusiveFields,
  numberOutOfRange,
  probePortName,
  referenceNearMiss,
  referenceNotFound,
  removedApiVersion,
  sameSelector,
  selectedVersionMissing,
  selectorInvalid,
  selectorMismatch,
  selectorNearMiss,
  selectsNothing,
  serviceNearMiss,
  servicePortMismatch,
  statefulsetService,
  targetPortMismatch,
  unknownField,
  unknownKind,
  unknownRuleName,
  volumeMountWithoutVolume,
  wrongScope,
  wrongType,
  yamlSyntax,
];
