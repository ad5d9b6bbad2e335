// Written by `npm run gen`: one line for each file of this folder.
import closedRegistry from './closed-registry';
import deprecatedField from './deprecated-field';
import duplicateKey from './duplicate-key';
import duplicateStepId from './duplicate-step-id';
import floatingTag from './floating-tag';
import goneBuilder from './gone-builder';
import imageNotBuilt from './image-not-built';
import imageNotPushed from './image-not-pushed';
import invalidDuration from './invalid-duration';
import invalidSubstitutionName from './invalid-substitution-name';
import invalidValue from './invalid-value';
import missingField from './missing-field';
import noSteps from './no-steps';
import outputField from './output-field';
import scriptWithArgs from './script-with-args';
import undeclaredSubstitution from './undeclared-substitution';
import undefinedSecret from './undefined-secret';
import unknownField from './unknown-field';
import unknownRuleName from './unknown-rule-name';
import unknownSubstitution from './unknown-substitution';
import unusedSubstitution from './unused-substitution';
import waitForUnknownStep from './wait-for-unknown-step';
import wrongType from './wrong-type';
import yamlSyntax from './yaml-syntax';

export const rules = [
  closedRegistry,
  deprecatedField,
  duplicateKey,
  duplicateStepId,
  floatingTag,
  goneBuilder,
  imageNotBuilt,
  imageNotPushed,
  invalidDuration,
  invalidSubstitutionName,
  invalidValue,
  missingField,
  noSteps,
  outputField,
  scriptWithArgs,
  undeclaredSubstitution,
  undefinedSecret,
  unknownField,
  unknownRuleName,
  unknownSubstitution,
  unusedSubstitution,
  waitForUnknownStep,
  wrongType,
  yamlSyntax,
];
