// Written by `npm run gen`: one line for each file of this folder.
import aptGetUpdateAlone from './apt-get-update-alone';
import aptGetWithoutYes from './apt-get-without-yes';
import buildToolsInFinalImage from './build-tools-in-final-image';
import constantPlatform from './constant-platform';
import copyWithoutDestination from './copy-without-destination';
import duplicateInstruction from './duplicate-instruction';
import duplicateStageName from './duplicate-stage-name';
import emptyContinuation from './empty-continuation';
import endOfLifeBaseImage from './end-of-life-base-image';
import exposeHostPort from './expose-host-port';
import exposeProtocolCasing from './expose-protocol-casing';
import fromAsCasing from './from-as-casing';
import inconsistentInstructionCasing from './inconsistent-instruction-casing';
import invalidDefaultImage from './invalid-default-image';
import invalidDescription from './invalid-description';
import legacyKeyValue from './legacy-key-value';
import maintainerDeprecated from './maintainer-deprecated';
import redundantTargetPlatform from './redundant-target-platform';
import relativeWorkdir from './relative-workdir';
import reservedStageName from './reserved-stage-name';
import secretInArgOrEnv from './secret-in-arg-or-env';
import shellFormCommand from './shell-form-command';
import stageNameCasing from './stage-name-casing';
import tooManyLayers from './too-many-layers';
import undeclaredArgInFrom from './undeclared-arg-in-from';
import undefinedVariable from './undefined-variable';

export const rules = [
  aptGetUpdateAlone,
  aptGetWithoutYes,
  buildToolsInFinalImage,
  constantPlatform,
  copyWithoutDestination,
  duplicateInstruction,
  duplicateStageName,
  emptyContinuation,
  endOfLifeBaseImage,
  exposeHostPort,
  exposeProtocolCasing,
  fromAsCasing,
  inconsistentInstructionCasing,
  invalidDefaultImage,
  invalidDescription,
  legacyKeyValue,
  maintainerDeprecated,
  redundantTargetPlatform,
  relativeWorkdir,
  reservedStageName,
  secretInArgOrEnv,
  shellFormCommand,
  stageNameCasing,
  tooManyLayers,
  undeclaredArgInFrom,
  undefinedVariable,
];
