// Written by `npm run gen`: one line for each file of this folder.
import aptGetUpdateAlone from './apt-get-update-alone';
import aptGetWithoutYes from './apt-get-without-yes';
import buildToolsInFinalImage from './build-tools-in-final-image';
import copyWithoutDestination from './copy-without-destination';
import endOfLifeBaseImage from './end-of-life-base-image';
import flagRepeated from './flag-repeated';
import invalidFlagValue from './invalid-flag-value';
import maintainerDeprecated from './maintainer-deprecated';
import tooManyLayers from './too-many-layers';
import unknownFlag from './unknown-flag';
import unknownInstruction from './unknown-instruction';

export const rules = [
  aptGetUpdateAlone,
  aptGetWithoutYes,
  buildToolsInFinalImage,
  copyWithoutDestination,
  endOfLifeBaseImage,
  flagRepeated,
  invalidFlagValue,
  maintainerDeprecated,
  tooManyLayers,
  unknownFlag,
  unknownInstruction,
];
