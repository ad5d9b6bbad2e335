import { once } from '../../core/once';
import type { ImageReference } from '../../image/reference';
import { isWindowsImage } from '../../image/windows';
import { instructionsOf, type Stage } from '../model';
import { imageName } from './official-image';

/** What a base image is made of, as far as its name or tag tells. It decides which shell and which wget are there. */
export type Distribution = 'alpine' | 'debian' | 'redhat';

const TAGS: readonly (readonly [Distribution, RegExp])[] = [
  ['alpine', /\balpine/],
  ['redhat', /\b(?:fedora|centos|rocky|alma|oracle|amazonlinux|al20|ubi)/],
  ['debian', /\b(?:slim|debian|stretch|buster|bullseye|bookworm|trixie|ubuntu|bionic|focal|jammy|noble)/],
];

// https://hub.docker.com/u/library: those that stand on Debian or Ubuntu unless the tag says otherwise.
const NAMES: Readonly<Record<Distribution, ReadonlySet<string>>> = {
  alpine: new Set(['alpine']),
  redhat: new Set(
    'fedora centos rockylinux rockylinux/rockylinux almalinux amazonlinux oraclelinux redhat/ubi8 redhat/ubi9'.split(
      ' ',
    ),
  ),
  debian: new Set(
    (
      'debian ubuntu buildpack-deps eclipse-temurin gcc golang gradle haproxy httpd julia mariadb maven mongo nginx ' +
      'node perl php postgres pypy python rabbitmq redis ruby rust tomcat'
    ).split(' '),
  ),
};

const MANAGERS: Readonly<Record<Distribution, readonly string[]>> = {
  alpine: ['apk'],
  redhat: ['dnf', 'microdnf', 'rpm', 'yum'],
  debian: ['apt', 'apt-get', 'dpkg'],
};

const ALL = ['alpine', 'redhat', 'debian'] as const;

/** By the name or tag of the base image; else by the package manager that its RUNs use, if it is only one. */
export const distributionOf: (stage: Stage) => Distribution | undefined = once((stage) => {
  const { base } = stage.inheritsFrom.at(-1) ?? stage;
  const named = base.kind === 'image' ? byReference(base.reference) : undefined;
  if (named || base.kind === 'scratch') return named;
  const runs = [stage, ...stage.inheritsFrom].flatMap((one) => instructionsOf(one, 'RUN'));
  const used = ALL.filter((one) =>
    runs.some(({ script }) => script && script.find(MANAGERS[one]).length > 0),
  );
  return used.length === 1 ? used[0] : undefined;
});

function byReference(reference: ImageReference): Distribution | undefined {
  if (isWindowsImage(reference)) return undefined;
  const tagged = TAGS.find(([, pattern]) => pattern.test(reference.tag ?? ''));
  if (tagged) return tagged[0];
  const name = imageName(reference);
  return ALL.find((one) => NAMES[one].has(name));
}
