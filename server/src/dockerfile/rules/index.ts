// Written by `npm run gen`: one line for each file of this folder.
import aptGetUpdateAlone from './apt-get-update-alone';
import aptGetWithoutYes from './apt-get-without-yes';
import buildToolsInFinalImage from './build-tools-in-final-image';
import copyWithoutDestination from './copy-without-destination';
import emptyName from './empty-name';
import emptyVolume from './empty-volume';
import endOfLifeBaseImage from './end-of-life-base-image';
import flagRepeated from './flag-repeated';
import healthcheckWithoutType from './healthcheck-without-type';
import heredocAsDestination from './heredoc-as-destination';
import heredocUnterminated from './heredoc-unterminated';
import invalidFlagValue from './invalid-flag-value';
import invalidJsonForm from './invalid-json-form';
import invalidStageName from './invalid-stage-name';
import maintainerDeprecated from './maintainer-deprecated';
import malformedFrom from './malformed-from';
import onbuildForbidden from './onbuild-forbidden';
import pairWithoutEquals from './pair-without-equals';
import tooManyLayers from './too-many-layers';
import unknownFlag from './unknown-flag';
import unknownInstruction from './unknown-instruction';
import wrongArgumentCount from './wrong-argument-count';

export const rules = [
  aptGetUpdateAlone,
  aptGetWithoutYes,
  buildToolsInFinalImage,
  copyWithoutDestination,
  emptyName,
  emptyVolume,
  endOfLifeBaseImage,
  flagRepeated,
  healthcheckWithoutType,
  heredocAsDestination,
  heredocUnterminated,
  invalidFlagValue,
  invalidJsonForm,
  invalidStageName,
  maintainerDeprecated,
  malformedFrom,
  onbuildForbidden,
  pairWithoutEquals,
  tooManyLayers,
  unknownFlag,
  unknownInstruction,
  wrongArgumentCount,
];
