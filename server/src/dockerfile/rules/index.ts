// Written by `npm run gen`: one line for each file of this folder.
import apkCacheKept from './apk-cache-kept';
import aptGetUpdateAlone from './apt-get-update-alone';
import aptGetWithoutYes from './apt-get-without-yes';
import aptInsteadOfAptGet from './apt-instead-of-apt-get';
import aptListsKept from './apt-lists-kept';
import archivedAptRepository from './archived-apt-repository';
import buildToolsInFinalImage from './build-tools-in-final-image';
import constantPlatform from './constant-platform';
import copyFromSelfOrLater from './copy-from-self-or-later';
import copyFromUrl from './copy-from-url';
import copyWithoutDestination from './copy-without-destination';
import directiveMisplaced from './directive-misplaced';
import directiveRepeated from './directive-repeated';
import duplicateInstruction from './duplicate-instruction';
import duplicateStageName from './duplicate-stage-name';
import emptyContinuation from './empty-continuation';
import emptyName from './empty-name';
import emptyVolume from './empty-volume';
import endOfLifeBaseImage from './end-of-life-base-image';
import exposeHostPort from './expose-host-port';
import exposeProtocolCasing from './expose-protocol-casing';
import flagRepeated from './flag-repeated';
import fromAsCasing from './from-as-casing';
import healthcheckWithoutType from './healthcheck-without-type';
import heredocAsDestination from './heredoc-as-destination';
import heredocUnterminated from './heredoc-unterminated';
import inconsistentInstructionCasing from './inconsistent-instruction-casing';
import instructionBeforeFrom from './instruction-before-from';
import invalidDefaultImage from './invalid-default-image';
import invalidDescription from './invalid-description';
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
import legacyKeyValue from './legacy-key-value';
import maintainerDeprecated from './maintainer-deprecated';
import malformedFrom from './malformed-from';
import missingStageNumber from './missing-stage-number';
import mountOptionMisplaced from './mount-option-misplaced';
import mountOptionUnknown from './mount-option-unknown';
import onbuildForbidden from './onbuild-forbidden';
import packageInstallWithoutYes from './package-install-without-yes';
import pairWithoutEquals from './pair-without-equals';
import recommendedPackagesInstalled from './recommended-packages-installed';
import redundantTargetPlatform from './redundant-target-platform';
import relativeWorkdir from './relative-workdir';
import reservedStageName from './reserved-stage-name';
import rpmCacheKept from './rpm-cache-kept';
import secretInArgOrEnv from './secret-in-arg-or-env';
import shellFormCommand from './shell-form-command';
import stageNameCasing from './stage-name-casing';
import tooManyLayers from './too-many-layers';
import undeclaredArgInFrom from './undeclared-arg-in-from';
import undefinedVariable from './undefined-variable';
import unknownFlag from './unknown-flag';
import unknownInstruction from './unknown-instruction';
import unpinnedSystemPackage from './unpinned-system-package';
import variableInCopyFrom from './variable-in-copy-from';
import wrongArgumentCount from './wrong-argument-count';
import zypperDistUpgrade from './zypper-dist-upgrade';

export const rules = [
  apkCacheKept,
  aptGetUpdateAlone,
  aptGetWithoutYes,
  aptInsteadOfAptGet,
  aptListsKept,
  archivedAptRepository,
  buildToolsInFinalImage,
  constantPlatform,
  copyFromSelfOrLater,
  copyFromUrl,
  copyWithoutDestination,
  directiveMisplaced,
  directiveRepeated,
  duplicateInstruction,
  duplicateStageName,
  emptyContinuation,
  emptyName,
  emptyVolume,
  endOfLifeBaseImage,
  exposeHostPort,
  exposeProtocolCasing,
  flagRepeated,
  fromAsCasing,
  healthcheckWithoutType,
  heredocAsDestination,
  heredocUnterminated,
  inconsistentInstructionCasing,
  instructionBeforeFrom,
  invalidDefaultImage,
  invalidDescription,
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
  legacyKeyValue,
  maintainerDeprecated,
  malformedFrom,
  missingStageNumber,
  mountOptionMisplaced,
  mountOptionUnknown,
  onbuildForbidden,
  packageInstallWithoutYes,
  pairWithoutEquals,
  recommendedPackagesInstalled,
  redundantTargetPlatform,
  relativeWorkdir,
  reservedStageName,
  rpmCacheKept,
  secretInArgOrEnv,
  shellFormCommand,
  stageNameCasing,
  tooManyLayers,
  undeclaredArgInFrom,
  undefinedVariable,
  unknownFlag,
  unknownInstruction,
  unpinnedSystemPackage,
  variableInCopyFrom,
  wrongArgumentCount,
  zypperDistUpgrade,
];
