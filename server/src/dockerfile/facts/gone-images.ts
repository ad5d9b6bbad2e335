/** An image, or some of its tags, that a build cannot rely on any more. The table is as of 2026-11. */
export interface Gone {
  /**
   * `removed`: it cannot be pulled; `retired`: no fixes come; `moved`: it goes on under another name; `unnamed`:
   * there never was, or is no longer, a tag `latest`.
   */
  readonly state: 'removed' | 'retired' | 'moved' | 'unnamed';
  /** Names as people write them; one that ends in `/` means all that start so. */
  readonly images: readonly string[];
  /** Only tags like this; `latest` where none is written. */
  readonly tags?: RegExp;
  /** The month it happened. */
  readonly month: string;
  /** Where to turn; missing where nothing took over. */
  readonly successor?: string;
  /** What takes the place of the name, or of its start, where the same image is found there, tag and all. */
  readonly renamed?: string;
  readonly source: string;
}

const LATEST = /^latest$/;
const JAVA = 'eclipse-temurin';
const SDK = 'mcr.microsoft.com/dotnet/sdk';

/** Docker's official images that were given up, and the month of their last update. The page of each says so. */
const OFFICIAL: readonly (readonly [name: string, month: string, successor?: string])[] = [
  ['adoptopenjdk', '2021-08', JAVA],
  ['celery', '2017-06', 'python'],
  ['clearlinux', '2025-06'],
  ['clefos', '2020-05', 'almalinux'],
  ['consul', '2023-06', 'hashicorp/consul'],
  ['django', '2016-12', 'python'],
  ['emqx', '2025-09', 'emqx/emqx'],
  ['fsharp', '2020-10', SDK],
  ['iojs', '2015-09', 'node'],
  ['java', '2016-12', JAVA],
  ['jenkins', '2017-09', 'jenkins/jenkins:lts'],
  ['liquibase', '2025-10', 'liquibase/liquibase'],
  ['mongo-express', '2025-06'],
  ['mono', '2022-06', SDK],
  ['nats-streaming', '2023-11', 'nats'],
  ['opensuse', '2019-05', 'opensuse/leap'],
  ['owncloud', '2018-12', 'owncloud/server'],
  ['piwik', '2018-09', 'matomo'],
  ['plone', '2024-07', 'plone/plone-backend'],
  ['rails', '2016-12', 'ruby'],
  ['sl', '2024-06', 'almalinux'],
  ['ubuntu-debootstrap', '2016-01', 'ubuntu'],
  ['ubuntu-upstart', '2016-01', 'ubuntu'],
  ['unit', '2025-08'],
  ['vault', '2023-06', 'hashicorp/vault'],
];

export const GONE_IMAGES: readonly Gone[] = [
  {
    // All but whole versions (11.0.6, 8u302) and early access (24-ea, 27-rc).
    state: 'removed',
    images: ['openjdk'],
    tags: /^\d{1,2}(?:-(?!ea|rc|experimental|loom|panama|valhalla|metropolis)[a-z0-9.]+)*$/,
    month: '2025-11',
    successor: JAVA,
    source: 'https://github.com/docker-library/openjdk/pull/550',
  },
  {
    state: 'moved',
    images: ['k8s.gcr.io/'],
    month: '2023-04',
    successor: 'registry.k8s.io',
    renamed: 'registry.k8s.io/',
    source: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
  },
  {
    // Only `latest` of some of them is left under the old name.
    state: 'moved',
    images: ['bitnami/'],
    tags: /^(?!latest$)/,
    month: '2025-08',
    successor: 'bitnamilegacy',
    renamed: 'bitnamilegacy/',
    source: 'https://github.com/bitnami/containers/issues/83267',
  },
  {
    state: 'moved',
    images: [
      'jupyter/base-notebook',
      'jupyter/docker-stacks-foundation',
      'jupyter/minimal-notebook',
      'jupyter/scipy-notebook',
      'jupyter/datascience-notebook',
      'jupyter/tensorflow-notebook',
      'jupyter/pytorch-notebook',
      'jupyter/r-notebook',
      'jupyter/julia-notebook',
      'jupyter/pyspark-notebook',
      'jupyter/all-spark-notebook',
    ],
    month: '2023-10',
    successor: 'quay.io/jupyter',
    source: 'https://github.com/jupyter/docker-stacks#readme',
  },
  {
    state: 'retired',
    images: ['circleci/'],
    month: '2021-12',
    successor: 'cimg',
    source: 'https://discuss.circleci.com/t/legacy-convenience-image-deprecation/41034',
  },
  {
    state: 'moved',
    images: ['ibmcom/websphere-liberty'],
    month: '2025-03',
    successor: 'icr.io/appcafe/websphere-liberty',
    renamed: 'icr.io/appcafe/websphere-liberty',
    source: 'https://github.com/WASdev/ci.docker/pull/661',
  },
  {
    state: 'retired',
    images: ['mhart/alpine-node'],
    month: '2021-07',
    successor: 'node:24-alpine',
    source: 'https://github.com/mhart/alpine-node',
  },
  {
    state: 'retired',
    images: ['jboss/keycloak'],
    month: '2022-06',
    successor: 'quay.io/keycloak/keycloak',
    source: 'https://www.keycloak.org/migration/migrating-to-quarkus',
  },
  {
    state: 'retired',
    images: ['gcr.io/kaniko-project/'],
    month: '2025-06',
    successor: 'moby/buildkit',
    source: 'https://github.com/GoogleContainerTools/kaniko',
  },
  ...(
    [
      ['microsoft/dotnet', SDK],
      ['microsoft/aspnetcore-build', SDK],
      ['microsoft/aspnetcore', 'mcr.microsoft.com/dotnet/aspnet'],
      ['microsoft/dotnet-framework', 'mcr.microsoft.com/dotnet/framework/sdk'],
      ['microsoft/aspnet', 'mcr.microsoft.com/dotnet/framework/aspnet'],
      ['microsoft/iis', 'mcr.microsoft.com/windows/servercore/iis'],
      ['microsoft/mssql-server-linux', 'mcr.microsoft.com/mssql/server'],
      ['microsoft/powershell', 'mcr.microsoft.com/powershell'],
      ['microsoft/azure-cli', 'mcr.microsoft.com/azure-cli'],
    ] as const
  ).map(
    ([image, successor]): Gone => ({
      state: 'moved',
      images: [image],
      month: '2021-05',
      successor,
      source: 'https://github.com/dotnet/dotnet-docker/issues/2848',
    }),
  ),
  ...['servercore', 'nanoserver'].flatMap((name): Gone[] => [
    {
      state: 'moved',
      images: [name === 'nanoserver' ? 'microsoft/nanoserver' : 'microsoft/windowsservercore'],
      month: '2018-11',
      successor: `mcr.microsoft.com/windows/${name}`,
      renamed: `mcr.microsoft.com/windows/${name}`,
      source:
        'https://techcommunity.microsoft.com/t5/containers/windows-server-2019-now-available/ba-p/382430',
    },
    {
      state: 'unnamed',
      images: [`mcr.microsoft.com/windows/${name}`],
      tags: LATEST,
      month: '2019-04',
      successor: 'ltsc2025',
      source:
        'https://techcommunity.microsoft.com/t5/containers/removing-the-latest-tag-an-update-on-mcr/ba-p/393045',
    },
  ]),
  {
    state: 'retired',
    images: ['node', 'python', 'golang', 'ruby', 'maven', 'gradle', 'php', 'jruby', 'pypy', 'haxe', 'hylang'],
    tags: /(?:^|-)onbuild(?:-|$)/,
    month: '2019-06',
    source: 'https://github.com/docker-library/official-images/issues/2076',
  },
  {
    state: 'unnamed',
    images: ['elasticsearch', 'kibana', 'logstash'],
    tags: LATEST,
    month: '2017-09',
    successor: '9.4.5',
    source: 'https://github.com/docker-library/official-images/tree/master/library',
  },
  {
    state: 'unnamed',
    images: ['nvidia/cuda'],
    tags: LATEST,
    month: '2021-01',
    successor: '13.0.1-base-ubuntu24.04',
    source: 'https://github.com/NVIDIA/nvidia-docker/issues/1454',
  },
  ...OFFICIAL.map(
    ([name, month, successor]): Gone => ({
      state: 'retired',
      images: [name],
      month,
      ...(successor && { successor }),
      source: `https://hub.docker.com/_/${name}`,
    }),
  ),
];

/** Of the owners above, what stayed where it was. */
export const STILL_THERE: readonly string[] = ['bitnami/minideb', 'bitnami/sealed-secrets-controller'];
