import { canonicalName, familiarName, type ImageReference } from '../../image/reference';

// Docker's official images, under Docker Hub's own name or one of those that carry the same images.
// https://github.com/docker-library/official-images#architectures-other-than-amd64
// https://docs.aws.amazon.com/AmazonECR/latest/public/docker-official-images.html
const OFFICIAL =
  /^(?:(?:docker\.io|registry-1\.docker\.io|registry\.hub\.docker\.com|mirror\.gcr\.io|public\.ecr\.aws\/docker)\/library|docker\.io\/(?:amd64|arm32v[567]|arm64v8|i386|mips64le|ppc64le|riscv64|s390x))\/([^/]+)$/;

/** The short name of an official image, from wherever it is pulled; else the name as people write it. */
export function imageName(reference: ImageReference): string {
  return OFFICIAL.exec(canonicalName(reference))?.[1] ?? familiarName(reference);
}

export function isOfficial(reference: ImageReference): boolean {
  return OFFICIAL.test(canonicalName(reference));
}
