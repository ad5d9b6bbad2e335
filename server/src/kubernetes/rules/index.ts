// Written by `npm run gen`: one line for each file of this folder.
import customValue from './custom-value';
import deprecatedApiVersion from './deprecated-api-version';
import duplicateKey from './duplicate-key';
import duplicateListItem from './duplicate-list-item';
import invalidDefinition from './invalid-definition';
import invalidName from './invalid-name';
import invalidValue from './invalid-value';
import missingField from './missing-field';
import missingReplicas from './missing-replicas';
import mutuallyExclusiveFields from './mutually-exclusive-fields';
import numberOutOfRange from './number-out-of-range';
import removedApiVersion from './removed-api-version';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import serviceNearMiss from './service-near-miss';
import unknownField from './unknown-field';
import unknownKind from './unknown-kind';
import unknownRuleName from './unknown-rule-name';
import wrongScope from './wrong-scope';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  customValue,
  deprecatedApiVersion,
  duplicateKey,
  duplicateListItem,
  invalidDefinition,
  invalidName,
  invalidValue,
  missingField,
  missingReplicas,
  mutuallyExclusiveFields,
  numberOutOfRange,
  removedApiVersion,
  selectorInvalid,
  selectorMismatch,
  serviceNearMiss,
  unknownField,
  unknownKind,
  unknownRuleName,
  wrongScope,
  wrongType,
  yamlSyntax,
];
