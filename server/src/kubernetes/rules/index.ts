// Written by `npm run gen`: one line for each file of this folder.
import duplicateKey from './duplicate-key';
import missingField from './missing-field';
import missingReplicas from './missing-replicas';
import removedApiVersion from './removed-api-version';
import selectorInvalid from './selector-invalid';
import selectorMismatch from './selector-mismatch';
import serviceNearMiss from './service-near-miss';
import unknownField from './unknown-field';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  duplicateKey,
  missingField,
  missingReplicas,
  removedApiVersion,
  selectorInvalid,
  selectorMismatch,
  serviceNearMiss,
  unknownField,
  wrongType,
  yamlSyntax,
];
