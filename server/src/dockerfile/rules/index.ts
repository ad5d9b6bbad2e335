// Written by `npm run gen`: one line for each file of this folder.
import aptGetUpdateAlone from './apt-get-update-alone';
import aptGetWithoutYes from './apt-get-without-yes';
import buildToolsInFinalImage from './build-tools-in-final-image';
import copyFromSelfOrLater from './copy-from-self-or-later';
import copyFromUrl from './copy-from-url';
import copyWithoutDestination from './copy-without-destination';
import directiveMisplaced from './directive-misplaced';
import directiveRepeated from './directive-repeated';
import emptyName from './empty-name';
import emptyVolume from './empty-volume';
import endOfLifeBaseImage from './end-of-life-base-image';
import flagRepeated from './flag-repeated';
import healthcheckWithoutType from './healthcheck-without-type';
import heredocAsDestination from './heredoc-as-destination';
import heredocUnterminated from './heredoc-unterminated';
import instructionBeforeFrom from './instruction-before-from';
import invalidDuration from './invalid-duration';
import invalidEscapeDirective from './invalid-escape-directive';
import invalidFileMode from './invalid-file-mode';
import invalidFlagValue from './invalid-flag-value';
import invalidImageReference from './invalid-image-reference';
import invalidJsonForm from './invalid-json-form';
import invalidMountValue from './invalid-mount-value';
import invalidPort from './invalid-port';
import invalidSignal from './invalid-signal';
import invalidStageName from './invalid-stage-name';
import invalidVariableExpansion from './invalid-variable-expansion';
import jsonFormIgnored from './json-form-ignored';
import maintainerDeprecated from './maintainer-deprecated';
import malformedFrom from './malformed-from';
import missingStageNumber from './missing-stage-number';
import mountOptionMisplaced from './mount-option-misplaced';
import mountOptionUnknown from './mount-option-unknown';
import onbuildForbidden from './onbuild-forbidden';
import pairWithoutEquals from './pair-without-equals';
import tooManyLayers from './too-many-layers';
import unknownFlag from './unknown-flag';
import unknownInstruction from './unknown-instruction';
import variableInCopyFrom from './variable-in-copy-from';
import wrongArgumentCount from './wrong-argument-count';

export const rules = [
  aptGetUpdateAlone,
  aptGetWithoutYes,
  buildToolsInFinalImage,
  copyFromSelfOrLater,
  copyFromUrl,
  copyWithoutDestination,
  directiveMisplaced,
  directiveRepeated,
  emptyName,
  emptyVolume,
  endOfLifeBaseImage,
  flagRepeated,
  healthcheckWithoutType,
  heredocAsDestination,
  heredocUnterminated,
  instructionBeforeFrom,
  invalidDuration,
  invalidEscapeDirective,
  invalidFileMode,
  invalidFlagValue,
  invalidImageReference,
  invalidJsonForm,
  invalidMountValue,
  invalidPort,
  invalidSignal,
  invalidStageName,
  invalidVariableExpansion,
  jsonFormIgnored,
  maintainerDeprecated,
  malformedFrom,
  missingStageNumber,
  mountOptionMisplaced,
  mountOptionUnknown,
  onbuildForbidden,
  pairWithoutEquals,
  tooManyLayers,
  unknownFlag,
  unknownInstruction,
  variableInCopyFrom,
  wrongArgumentCount,
];
