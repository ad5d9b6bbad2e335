// Written by `npm run gen`: one line for each file of this folder.
import addForLocalFiles from './add-for-local-files';
import addWithoutChecksum from './add-without-checksum';
import apkCacheKept from './apk-cache-kept';
import aptGetUpdateAlone from './apt-get-update-alone';
import aptGetWithoutYes from './apt-get-without-yes';
import aptInsteadOfAptGet from './apt-instead-of-apt-get';
import aptListsKept from './apt-lists-kept';
import archivedAptRepository from './archived-apt-repository';
import buildToolsInFinalImage from './build-tools-in-final-image';
import cdInRun from './cd-in-run';
import cdWithoutEffect from './cd-without-effect';
import consecutiveRun from './consecutive-run';
import constantPlatform from './constant-platform';
import copyBeforeInstall from './copy-before-install';
import copyEverythingWithoutDockerignore from './copy-everything-without-dockerignore';
import copyFromSelfOrLater from './copy-from-self-or-later';
import copyFromUrl from './copy-from-url';
import copyIgnoredFile from './copy-ignored-file';
import copyManyToFile from './copy-many-to-file';
import copyThenUnpack from './copy-then-unpack';
import copyToRelativePath from './copy-to-relative-path';
import copyWholeFilesystem from './copy-whole-filesystem';
import copyWithoutDestination from './copy-without-destination';
import deletedInLaterLayer from './deleted-in-later-layer';
import directiveMisplaced from './directive-misplaced';
import directiveRepeated from './directive-repeated';
import duplicateInstruction from './duplicate-instruction';
import duplicateStageName from './duplicate-stage-name';
import emptyContinuation from './empty-continuation';
import emptyName from './empty-name';
import emptyVolume from './empty-volume';
import endOfLifeBaseImage from './end-of-life-base-image';
import exposeContradiction from './expose-contradiction';
import exposeHostPort from './expose-host-port';
import exposeProtocolCasing from './expose-protocol-casing';
import exposeRepeated from './expose-repeated';
import flagRepeated from './flag-repeated';
import floatingTag from './floating-tag';
import fromAsCasing from './from-as-casing';
import goneBaseImage from './gone-base-image';
import healthcheckWithoutType from './healthcheck-without-type';
import heredocAsDestination from './heredoc-as-destination';
import heredocUnterminated from './heredoc-unterminated';
import hostCommandInRun from './host-command-in-run';
import inconsistentInstructionCasing from './inconsistent-instruction-casing';
import inlineIgnore from './inline-ignore';
import instructionBeforeFrom from './instruction-before-from';
import invalidCheckOption from './invalid-check-option';
import invalidChecksum from './invalid-checksum';
import invalidDefaultImage from './invalid-default-image';
import invalidDescription from './invalid-description';
import invalidDuration from './invalid-duration';
import invalidEscapeDirective from './invalid-escape-directive';
import invalidFileMode from './invalid-file-mode';
import invalidFlagValue from './invalid-flag-value';
import invalidImageReference from './invalid-image-reference';
import invalidJsonForm from './invalid-json-form';
import invalidLabelKey from './invalid-label-key';
import invalidMountValue from './invalid-mount-value';
import invalidPlatform from './invalid-platform';
import invalidPort from './invalid-port';
import invalidSignal from './invalid-signal';
import invalidStageName from './invalid-stage-name';
import invalidVariableExpansion from './invalid-variable-expansion';
import jsonFormIgnored from './json-form-ignored';
import labelMissing from './label-missing';
import labelUnexpected from './label-unexpected';
import labelValue from './label-value';
import lastUserRoot from './last-user-root';
import legacyKeyValue from './legacy-key-value';
import maintainerDeprecated from './maintainer-deprecated';
import malformedFrom from './malformed-from';
import missingHealthcheck from './missing-healthcheck';
import missingStageNumber from './missing-stage-number';
import missingUser from './missing-user';
import mountOptionMisplaced from './mount-option-misplaced';
import mountOptionUnknown from './mount-option-unknown';
import mountWithoutTarget from './mount-without-target';
import onbuildForbidden from './onbuild-forbidden';
import ownershipInSecondLayer from './ownership-in-second-layer';
import packageCacheNotCleaned from './package-cache-not-cleaned';
import packageCacheNotDisabled from './package-cache-not-disabled';
import packageInstallWithoutYes from './package-install-without-yes';
import pairWithoutEquals from './pair-without-equals';
import pipeHidesFailure from './pipe-hides-failure';
import recommendedPackagesInstalled from './recommended-packages-installed';
import redundantTargetPlatform from './redundant-target-platform';
import relativeWorkdir from './relative-workdir';
import relinkedShell from './relinked-shell';
import reservedStageName from './reserved-stage-name';
import rpmCacheKept from './rpm-cache-kept';
import secretCopied from './secret-copied';
import secretInArgOrEnv from './secret-in-arg-or-env';
import secretOnCommandLine from './secret-on-command-line';
import serviceInRun from './service-in-run';
import shellFormCommand from './shell-form-command';
import stageNameCasing from './stage-name-casing';
import sudoInRun from './sudo-in-run';
import tooManyLayers from './too-many-layers';
import undeclaredArgInFrom from './undeclared-arg-in-from';
import undefinedVariable from './undefined-variable';
import unknownFlag from './unknown-flag';
import unknownInstruction from './unknown-instruction';
import unknownRuleName from './unknown-rule-name';
import unknownStage from './unknown-stage';
import unpinnedLanguagePackage from './unpinned-language-package';
import unpinnedSystemPackage from './unpinned-system-package';
import untrustedRegistry from './untrusted-registry';
import userByName from './user-by-name';
import useraddHighUid from './useradd-high-uid';
import variableInCopyFrom from './variable-in-copy-from';
import variableSetInSameEnv from './variable-set-in-same-env';
import wgetAndCurl from './wget-and-curl';
import wgetProgress from './wget-progress';
import wrongArgumentCount from './wrong-argument-count';
import zypperDistUpgrade from './zypper-dist-upgrade';

export const rules = [
  addForLocalFiles,
  addWithoutChecksum,
  apkCacheKept,
  aptGetUpdateAlone,
  aptGetWithoutYes,
  aptInsteadOfAptGet,
  aptListsKept,
  archivedAptRepository,
  buildToolsInFinalImage,
  cdInRun,
  cdWithoutEffect,
  consecutiveRun,
  constantPlatform,
  copyBeforeInstall,
  copyEverythingWithoutDockerignore,
  copyFromSelfOrLater,
  copyFromUrl,
  copyIgnoredFile,
  copyManyToFile,
  copyThenUnpack,
  copyToRelativePath,
  copyWholeFilesystem,
  copyWithoutDestination,
  deletedInLaterLayer,
  directiveMisplaced,
  directiveRepeated,
  duplicateInstruction,
  duplicateStageName,
  emptyContinuation,
  emptyName,
  emptyVolume,
  endOfLifeBaseImage,
  exposeContradiction,
  exposeHostPort,
  exposeProtocolCasing,
  exposeRepeated,
  flagRepeated,
  floatingTag,
  fromAsCasing,
  goneBaseImage,
  healthcheckWithoutType,
  heredocAsDestination,
  heredocUnterminated,
  hostCommandInRun,
  inconsistentInstructionCasing,
  inlineIgnore,
  instructionBeforeFrom,
  invalidCheckOption,
  invalidChecksum,
  invalidDefaultImage,
  invalidDescription,
  invalidDuration,
  invalidEscapeDirective,
  invalidFileMode,
  invalidFlagValue,
  invalidImageReference,
  invalidJsonForm,
  invalidLabelKey,
  invalidMountValue,
  invalidPlatform,
  invalidPort,
  invalidSignal,
  invalidStageName,
  invalidVariableExpansion,
  jsonFormIgnored,
  labelMissing,
  labelUnexpected,
  labelValue,
  lastUserRoot,
  legacyKeyValue,
  maintainerDeprecated,
  malformedFrom,
  missingHealthcheck,
  missingStageNumber,
  missingUser,
  mountOptionMisplaced,
  mountOptionUnknown,
  mountWithoutTarget,
  onbuildForbidden,
  ownershipInSecondLayer,
  packageCacheNotCleaned,
  packageCacheNotDisabled,
  packageInstallWithoutYes,
  pairWithoutEquals,
  pipeHidesFailure,
  recommendedPackagesInstalled,
  redundantTargetPlatform,
  relativeWorkdir,
  relinkedShell,
  reservedStageName,
  rpmCacheKept,
  secretCopied,
  secretInArgOrEnv,
  secretOnCommandLine,
  serviceInRun,
  shellFormCommand,
  stageNameCasing,
  sudoInRun,
  tooManyLayers,
  undeclaredArgInFrom,
  undefinedVariable,
  unknownFlag,
  unknownInstruction,
  unknownRuleName,
  unknownStage,
  unpinnedLanguagePackage,
  unpinnedSystemPackage,
  untrustedRegistry,
  userByName,
  useraddHighUid,
  variableInCopyFrom,
  variableSetInSameEnv,
  wgetAndCurl,
  wgetProgress,
  wrongArgumentCount,
  zypperDistUpgrade,
];
