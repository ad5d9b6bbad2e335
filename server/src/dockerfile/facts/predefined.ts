import { PLATFORM_ARGS, PROXY_ARGS } from '../scope';

/**
 * What `--build-arg` gives to BuildKit itself.
 * https://docs.docker.com/reference/dockerfile/#buildkit-built-in-build-args
 */
const BUILDKIT_ARGS = [
  'BUILDKIT_BUILD_NAME',
  'BUILDKIT_CACHE_MOUNT_NS',
  'BUILDKIT_CONTEXT_KEEP_GIT_DIR',
  'BUILDKIT_DOCKERFILE_CHECK',
  'BUILDKIT_INLINE_CACHE',
  'BUILDKIT_MULTI_PLATFORM',
  'BUILDKIT_SANDBOX_HOSTNAME',
  'BUILDKIT_SYNTAX',
  'SOURCE_DATE_EPOCH',
];

/** Every variable that means something to the builder. */
export const PREDEFINED: readonly string[] = [...PLATFORM_ARGS, ...PROXY_ARGS, ...BUILDKIT_ARGS];
