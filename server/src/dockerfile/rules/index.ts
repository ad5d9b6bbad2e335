// Written by `npm run gen`: one line for each file of this folder.
import aptGetUpdateAlone from './apt-get-update-alone';
import aptGetWithoutYes from './apt-get-without-yes';
import buildToolsInFinalImage from './build-tools-in-final-image';
import copyWithoutDestination from './copy-without-destination';
import duplicateInstruction from './duplicate-instruction';
import duplicateStageName from './duplicate-stage-name';
import emptyContinuation from './empty-continuation';
import endOfLifeBaseImage from './end-of-life-base-image';
import fromAsCasing from './from-as-casing';
import inconsistentInstructionCasing from './inconsistent-instruction-casing';
import legacyKeyValue from './legacy-key-value';
import maintainerDeprecated from './maintainer-deprecated';
import reservedStageName from './reserved-stage-name';
import stageNameCasing from './stage-name-casing';
import tooManyLayers from './too-many-layers';

export const rules = [
  aptGetUpdateAlone,
  aptGetWithoutYes,
  buildToolsInFinalImage,
  copyWithoutDestination,
  duplicateInstruction,
  duplicateStageName,
  emptyContinuation,
  endOfLifeBaseImage,
  fromAsCasing,
  inconsistentInstructionCasing,
  legacyKeyValue,
  maintainerDeprecated,
  reservedStageName,
  stageNameCasing,
  tooManyLayers,
];
