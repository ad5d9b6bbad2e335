import type { ImageReference } from '../../image/reference';
import { APT } from './apt';
import type { Configuration } from './configured';
import { type Ended, endedIn } from './end-of-life';
import { DEBIAN, UBUNTU } from './ended-distributions';
import type { Product } from './product';

// Which releases have left the servers that their images ask. Checked 2026-11. Ubuntu's LTS releases from 14.04 on
// are still there, Debian 11 half so. https://www.debian.org/distrib/archive
// https://wiki.ubuntu.com/EndOfLifeProcess

interface Archive {
  readonly product: Product;
  /** Where the repositories are now. */
  readonly host: string;
  /** From the version to the month by which they had gone. */
  readonly gone: Readonly<Record<string, string>>;
}

const ARCHIVES: readonly Archive[] = [
  {
    product: DEBIAN,
    host: 'archive.debian.org',
    gone: {
      // https://github.com/KhiopsML/khiops/issues/756
      10: '2025-07',
      // https://lists.debian.org/debian-devel-announce/2023/03/msg00006.html
      9: '2023-04',
      // https://github.com/jmathai/elodie/issues/453
      8: '2023-04',
      // https://lists.debian.org/debian-devel-announce/2019/03/msg00006.html
      7: '2019-03',
    },
  },
  {
    product: UBUNTU,
    host: 'old-releases.ubuntu.com',
    gone: {
      // https://github.com/lima-vm/socket_vmnet/pull/136
      '24.10': '2025-09',
      // https://github.com/elhenro/endlessh-auto-report-abuseipdb/issues/5
      '23.10': '2024-11',
      // https://github.com/invoke-ai/InvokeAI/issues/7387
      '23.04': '2024-11',
      // https://github.com/BroadbandForum/obuspa/issues/95
      '22.10': '2023-10',
      // https://github.com/Simplatex/android-lightweight/issues/5
      '21.10': '2022-07',
      // https://github.com/openstreetmap/mod_tile/pull/291
      '21.04': '2022-07',
      // Not later than the next one.
      '20.10': '2022-07',
      // https://github.com/jruffet/docker-shogigui/issues/1
      '19.10': '2021-01',
      // https://github.com/docker/for-linux/issues/978
      '19.04': '2020-04',
      '18.10': '2020-04',
      '17.10': '2020-04',
      // https://github.com/tianon/docker-brew-ubuntu-core/issues/116
      '17.04': '2018-01',
      '16.10': '2018-01',
      // https://github.com/ValveSoftware/steam-runtime/pull/412
      '12.04': '2021-05',
    },
  },
];

export interface Archived {
  readonly ended: Ended;
  readonly host: string;
  readonly month: string;
}

/** The release below an image, if its repositories have moved. */
export function archivedIn(reference: ImageReference): Archived | undefined {
  for (const ended of endedIn(reference)) {
    const { host, gone } = ARCHIVES.find(({ product }) => product === ended.product) ?? {};
    const month = gone?.[ended.version];
    if (host && month) return { ended, host, month };
  }
  return undefined;
}

/** What says where the repositories are, or may do so: a script of which nothing is known. */
export const REDIRECTED: Configuration = {
  tools: [...APT, 'aptitude'],
  item: /\b(?:archive|snapshot)\.debian\.org\b|\b(?:old-releases|snapshot)\.ubuntu\.com\b|\/etc\/apt(?:\/?$|\/\*|\/sources\.list(?!\.d\/\w))|\b(?:debian|ubuntu)\.sources\b|\bsourcelist\b|\.(?:sh|py|pl)$|^\.{1,2}\//i,
  files: /^\/(?:etc\/?)?$|^\/etc\/apt(?:\/(?:sources\.list)?)?$/,
  variable: 'APT_CONFIG',
};

const SED: Readonly<Record<string, string>> = {
  'archive.debian.org':
    "sed -i -e 's|//deb.debian.org|//archive.debian.org|' " +
    "-e 's|//security.debian.org[^ ]*|//archive.debian.org/debian-security|' -e '/-updates/d'",
  'old-releases.ubuntu.com':
    "sed -i -E 's#//(archive|security|ports).ubuntu.com/ubuntu(-ports)?#//old-releases.ubuntu.com/ubuntu#'",
};

/** The command that points an image's own list to the archive; none where the archive's keys have expired. */
export function redirecting({ ended: { product, version }, host }: Archived): string | undefined {
  if (product === DEBIAN && Number(version) < 9) return undefined;
  // deb822: https://discourse.ubuntu.com/t/spec-apt-deb822-sources-by-default/29333
  const file = product === UBUNTU && Number(version) > 24 ? 'sources.list.d/ubuntu.sources' : 'sources.list';
  return `${SED[host]!} /etc/apt/${file}`;
}
