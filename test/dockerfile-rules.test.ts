import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { endedIn, PRODUCTS } from '../server/src/dockerfile/facts/end-of-life';
import { AS_OF } from '../server/src/dockerfile/facts/product';
import { parseReference } from '../server/src/image/reference';
import { type Row, table } from './edges';
import { allRules } from './samples';

// What the rules' own examples leave out.

const run = (text: string): string => `FROM debian:13\nRUN ${text}\n`;

table('apt-get-without-yes', [
  ['after sudo', run('sudo apt-get «install» nginx'), run('sudo apt-get install -y nginx')],
  ['in sh -c', run('sh -c "apt-get «install» nginx"'), run('sh -c "apt-get install -y nginx"')],
  [
    'in a heredoc',
    run('<<EOF\napt-get update\napt-get «install» nginx\nEOF'),
    run('<<EOF\napt-get update\napt-get install -y nginx\nEOF'),
  ],
  ['in ONBUILD', 'FROM debian:13\nONBUILD RUN apt-get «install» nginx\n'],
  [
    'in the JSON form',
    run('["apt-get", "«install»", "nginx"]'),
    run('["apt-get", "install", "-y", "nginx"]'),
  ],
  [
    'in a shell of the JSON form',
    run('["sh", "-c", "apt-get «install» nginx"]'),
    run('["sh", "-c", "apt-get install -y nginx"]'),
  ],
  [
    'with backtick as escape',
    '# escape=`\nFROM debian:13\nSHELL ["sh", "-c"]\nRUN apt-get update && `\n  apt-get «install» `\n  nginx\n',
    '# escape=`\nFROM debian:13\nSHELL ["sh", "-c"]\nRUN apt-get update && `\n  apt-get install -y `\n  nginx\n',
  ],
  [
    'with backtick as escape on a Linux image',
    '# escape=`\nFROM debian:13\nRUN apt-get update && `\n  sh -c "apt-get «install» a\\ b" && `\n  apt-get «install» `\n  nginx\n',
    '# escape=`\nFROM debian:13\nRUN apt-get update && `\n  sh -c "apt-get install -y a\\ b" && `\n  apt-get install -y `\n  nginx\n',
  ],
  [
    'a heredoc with backtick as escape',
    '# escape=`\nFROM debian:13 AS a\nFROM a\nRUN <<EOF\napt-get «install» nginx\nEOF\n',
  ],
  ...[
    'mcr.microsoft.com/windows/servercore:ltsc2025',
    'mcr.microsoft.com/powershell:nanoserver-1809',
    '--platform=windows/amd64 example.com/a',
    'example.com/servercore',
  ].map((image): Row => [`Windows: ${image}`, `# escape=\`\nFROM ${image}\nRUN apt-get install nginx\n`]),
  [
    'a word cut by a continuation gets no wrong fix',
    run('apt-get «inst\\\nall» nginx'),
    run('apt-get inst\\\nall -y nginx'),
  ],
  ['apt asks as well', run('apt «install» nginx'), run('apt install -y nginx')],
  [
    'every install of a line',
    run('apt-get «install» a && apt-get «install» b'),
    run('apt-get install -y a && apt-get install -y b'),
  ],
  ['options before the subcommand', run('apt-get -o Dpkg::Use-Pty=0 -t trixie «install» nginx')],
  ['quiet once is not enough', run('apt-get -q «install» nginx')],
  ['removing asks', run('apt-get «purge» gcc && apt-get «autoremove»')],
  ['downloading asks too', run('apt-get «install» -d nginx')],
  [
    'noninteractive does not answer',
    'FROM debian:13\nENV DEBIAN_FRONTEND=noninteractive\nRUN apt-get «install» nginx\n',
  ],
  ['xargs hands on no input', run('yes | xargs apt-get «install» nginx')],
  ['packages in a variable', run('P=nginx && apt-get «install» $P')],
  ['--yes', run('apt-get --yes install nginx')],
  ['-yq', run('apt-get install -yq nginx')],
  ['-qqy', run('apt-get -qqy install nginx')],
  ['-q=2', run('apt-get -q=2 install nginx')],
  ['-q -q', run('apt-get -q -q install nginx')],
  ['-o Assume-Yes', run('apt-get -o APT::Get::Assume-Yes=true install nginx')],
  ['at the end', run('apt-get install nginx -y')],
  [
    'simulated',
    run('apt-get install -s nginx && apt-get upgrade --dry-run && apt-get --print-uris install a'),
  ],
  ['answered by echo', run('echo y | apt-get install nginx')],
  ...[
    'yes | (apt-get update && apt-get install nginx)',
    'yes | { apt-get update; apt-get install nginx; }',
    'yes | sh -c "apt-get update && apt-get install nginx"',
    'yes | sudo sh -c "apt-get install nginx"',
    '(echo y; echo y) | apt-get install nginx',
    'cat answers | sudo apt-get install nginx',
    'while true; do echo y; done | apt-get install nginx',
    'APT_CONFIG=/a.conf apt-get install nginx',
    'APT_CONFIG=/a.conf sudo -E apt-get install nginx',
    'env APT_CONFIG=/a.conf apt-get install nginx',
    'export APT_CONFIG=/a.conf && apt-get install nginx',
  ].map((answered): Row => [answered, run(answered)]),
  ['an answer of another pipeline', run('yes | true && apt-get «install» nginx')],
  ['output that is piped', run('apt-get «install» nginx | tee log')],
  ['answered by a here-string', run('bash -c "apt-get install nginx <<< y"')],
  [
    'what asks nothing',
    run('apt-get update && apt-get clean && apt-get download nginx && apt-get source nginx'),
  ],
  [
    'options in a variable of unknown value',
    'FROM debian:13\nARG APT_OPTS\nRUN apt-get install $APT_OPTS nginx\n',
  ],
  ['options in a variable', 'FROM debian:13\nENV MODE="-y"\nRUN apt-get install $MODE nginx\n'],
  ['arguments of a function', run('add() { apt-get install "$@"; }; add -y nginx')],
  ['configured by COPY', 'FROM debian:13\nCOPY 90yes /etc/apt/apt.conf.d/\nRUN apt-get install nginx\n'],
  [
    'configured in a base stage',
    'FROM debian:13 AS base\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/y\nFROM base\nRUN apt-get install nginx\n',
  ],
  [
    'configured too late',
    run(
      'apt-get «install» a && echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/y && apt-get install b',
    ),
  ],
  [
    'configured in another stage',
    'FROM debian:13 AS one\nRUN echo \'APT::Get::Assume-Yes "true";\' > /etc/apt/apt.conf.d/y\nFROM debian:13\nRUN apt-get «install» nginx\n',
  ],
  [
    'PowerShell',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2025\nSHELL ["powershell"]\nRUN apt-get install nginx\n',
  ],
  [
    'behind a wrapper in the JSON form',
    run('["sudo", "apt-get", "«install»", "x"]'),
    run('["sudo", "apt-get", "install", "-y", "x"]'),
  ],
  [
    'behind env in the JSON form',
    run('["env","A=b","apt-get","«install»","x"]'),
    run('["env","A=b","apt-get","install", "-y","x"]'),
  ],
  ['--yes=false', run('apt-get «install» --yes=false a'), run('apt-get install --yes=false a')],
  ['-y=false', run('apt-get -y=false «install» a'), run('apt-get -y=false install a')],
  ['--no-yes', run('apt-get «install» --no-yes a'), run('apt-get install --no-yes a')],
  ['-y taken back', run('apt-get «install» -y --no-yes a'), run('apt-get install -y --no-yes a')],
  ['-y at last', run('apt-get install --no-yes a -y')],
  ['--assume-yes=no', run('apt-get «install» --assume-yes=no a'), run('apt-get install --assume-yes=no a')],
  ['check=skip=all is not for this', `# check=skip=all\n${run('apt-get «install» a')}`],
  ['check=skip=all above', 'FROM debian:13\n# check=skip=all\nRUN apt-get «install» a\n'],
  ...['powershell', 'pwsh', 'cmd'].map(
    (shell): Row => [
      `hadolint’s shell=${shell}`,
      `# hadolint shell=${shell}\nFROM a\nRUN apt-get install b\nFROM c\nRUN apt-get install d\n`,
    ],
  ),
  [
    'hadolint’s shell in a stage',
    'FROM a\nRUN apt-get «install» b\n# hadolint shell=pwsh\nRUN apt-get install c\nFROM d\nRUN apt-get «install» e\n',
  ],
  [
    'hadolint’s shell until SHELL',
    '# hadolint shell=powershell\nFROM a\nSHELL ["bash", "-c"]\nRUN apt-get «install» b\n',
  ],
  ['hadolint’s shell=bash', '# hadolint shell=bash\nFROM a\nRUN apt-get «install» b\n'],
  ['another program', run('my-apt-get install nginx && echo apt-get install nginx # apt-get install')],
]);

table('apt-get-update-alone', [
  ['a line that lost its backslash', 'FROM debian:13\nRUN apt-get update\n  && apt-get install -y a\n'],
  [
    'both are joined, comments kept',
    'FROM debian:13\n# lists\nRUN apt-get «update» -q\n\n# web\nRUN apt-get install -y \\\n  # server\n  nginx\n',
    'FROM debian:13\n# lists\n\n# web\nRUN apt-get update -q && apt-get install -y \\\n  # server\n  nginx\n',
  ],
  [
    'continued',
    'FROM debian:13\nRUN apt-get \\\n  «update»\nRUN apt-get install -y nginx\n',
    'FROM debian:13\nRUN apt-get \\\n  update && apt-get install -y nginx\n',
  ],
  [
    '; would go on after a failed update',
    'FROM debian:13\nRUN apt-get «update»\nRUN apt-get install -y nginx; true\n',
    'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y nginx; true\n',
  ],
  [
    'the JSON form is not joined',
    'FROM debian:13\nRUN apt-get «update»\nRUN ["apt-get", "install", "-y", "nginx"]\n',
    'FROM debian:13\nRUN apt-get update\nRUN ["apt-get", "install", "-y", "nginx"]\n',
  ],
  [
    'mounts are not joined',
    'FROM debian:13\nRUN apt-get «update»\nRUN --mount=type=cache,target=/c apt-get install -y nginx\n',
    'FROM debian:13\nRUN apt-get update\nRUN --mount=type=cache,target=/c apt-get install -y nginx\n',
  ],
  [
    'with harmless company',
    `${run('echo start && apt-get «update» && rm -rf /tmp/x')}RUN apt-get install -y nginx\n`,
  ],
  ['sudo', `${run('sudo apt-get «update»')}RUN sudo apt-get install -y nginx\n`],
  [
    'the install is in a stage above',
    'FROM debian:13 AS base\nRUN apt-get «update»\nFROM base\nRUN apt-get install -y nginx\n',
    'FROM debian:13 AS base\nRUN apt-get update\nFROM base\nRUN apt-get install -y nginx\n',
  ],
  ...['update # lists', 'update;', 'update &', 'update && ', 'update \\\n  ;', 'update "', "update 'a"].map(
    (update): Row => {
      const text = `FROM debian:13\nRUN apt-get ${update}\nRUN apt-get install -y nginx\n`;
      return [`${update} is not joined`, text.replace('update', '«update»'), text];
    },
  ),
  ...['(apt-get update)', '! apt-get update', '{ apt-get update; }', 'echo a && apt-get update'].map(
    (update): Row => {
      const text = `FROM debian:13\nRUN ${update}\nRUN apt-get install -y nginx\n`;
      return [`${update} is not joined`, text.replace('update', '«update»'), text];
    },
  ),
  [
    'a backslash at the end would escape the blank',
    '# escape=`\nFROM debian:13\nRUN apt-get «update» \\\nRUN apt-get install -y nginx\n',
    '# escape=`\nFROM debian:13\nRUN apt-get update \\\nRUN apt-get install -y nginx\n',
  ],
  [
    'an install in the background',
    'FROM debian:13\nRUN apt-get «update»\nRUN apt-get install -y nginx &\n',
    'FROM debian:13\nRUN apt-get update\nRUN apt-get install -y nginx &\n',
  ],
  ['nothing uses it (info)', `${run('apt-get «update»')}CMD ["sh"]\n`],
  [
    'the install has its own (info)',
    `${run('apt-get «update»')}RUN apt-get update && apt-get install -y nginx\n`,
  ],
  ['a script may use it later', `${run('apt-get update')}COPY x x\nRUN ./install.sh\n`],
  ['apt-cache uses it later', `${run('apt-get update')}RUN apt-cache policy nginx\n`],
  ['the JSON form may use it later', `${run('apt-get update')}RUN ["./install.sh"]\n`],
  ['harmless ones do not (info)', `${run('apt-get «update»')}RUN echo a && mkdir b\n`],
  [
    'the lists are deleted',
    `${run('apt-get «update» && rm -rf /var/lib/apt/lists/*')}RUN apt-get install -y nginx\n`,
  ],
  [
    'the lists are deleted before',
    `${run('rm -rf /var/lib/apt/lists/* && apt-get «update»')}RUN apt-get install -y nginx\n`,
  ],
  ['the lists are deleted and nothing uses them', run('apt-get update && rm -rf /var/lib/apt/lists/*')],
  ['upgrade uses it', run('apt-get update && apt-get upgrade -y')],
  [
    'add-apt-repository and install',
    run('add-apt-repository ppa:x && apt-get update && apt-get install -y x'),
  ],
  ['a script may use it', run('apt-get update && bash setup.sh')],
  ['what curl fetches may use it', run('apt-get update && curl -s https://example.com/x | bash')],
  ['apt-file', run('apt-get update && apt-file update')],
]);

const MULTI = 'FROM golang:1.27 AS build\nRUN go build -o /app .\n';

table('build-tools-in-final-image', [
  [
    'a last stage that checks',
    'FROM golang:1.27 AS base\nFROM scratch AS a\nFROM base AS validate\nRUN go build .\n',
  ],
  [
    'a build stage under no name',
    'FROM golang:1.27 AS build\nRUN go build .\nFROM scratch AS a\nFROM build\n',
  ],
  [
    'a build stage that is run (warning)',
    'FROM «golang:1.27» AS build\nRUN go build .\nFROM build\nCMD ["a"]\n',
  ],
  ['a digest', 'FROM node@sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1\n'],
  [
    'a digest of an SDK',
    'FROM «golang@sha256:a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1a1»\n',
  ],
  ['a tag that is not known', 'ARG V\nFROM node:$V\n'],
  ['a tag of a variable nobody declared', 'FROM node:24$V\n'],
  ['nothing is built (info)', run('apt-get update && apt-get install -y «gcc» vim')],
  ['built here (warning)', `${run('apt-get update && apt-get install -y curl «g++=4:14.2.0-1»')}RUN make\n`],
  [
    'built in another stage (warning)',
    `${MULTI}FROM debian:13\nRUN apt-get install -y «libpq-dev»\nCOPY --from=build /app /app\n`,
  ],
  [
    'headers alone (info)',
    `${run('apt-get update && apt-get install -y «libpq-dev»')}RUN pip install psycopg\n`,
  ],
  ['removed too late', `${run('apt-get install -y «gcc»')}RUN apt-get purge -y gcc\n`],
  ['apk without del', 'FROM alpine:3.24\nRUN apk add --no-cache --virtual «.build» gcc musl-dev\n'],
  ['apk del of another group', 'FROM alpine:3.24\nRUN apk add --virtual «.build» gcc && apk del .run\n'],
  [
    'a group of variables',
    'FROM alpine:3.24\nRUN apk add --virtual «.build-deps» $DEPS\nRUN apk del .build-deps\n',
  ],
  ['a group for running', 'FROM alpine:3.24\nRUN apk add --virtual .run-deps curl\n'],
  ['a group in a variable', 'FROM alpine:3.24\nRUN G=.build && apk add -t $G gcc && make && apk del $G\n'],
  ['an unknown group', 'FROM alpine:3.24\nARG G\nRUN apk add -t $G gcc && make && apk del $G\n'],
  ['apk into another root', 'FROM alpine:3.24\nRUN apk add --root /r gcc && apk add -p /r make\n'],
  ['downloaded only', run('apt-get install -y --download-only gcc && apt-get install -yd make')],
  ...[
    'dpkg --purge gcc',
    'dpkg -P gcc',
    'dpkg -r gcc',
    'dpkg --remove --force-depends gcc',
    'apt-get install -y gcc-',
    'apt-get purge -y ^gcc',
    'apt-get install -y gcc- make-',
    "apt-get purge -y 'gcc.*'",
  ].map((removal): Row => [removal, run(`apt-get install -y gcc && make && ${removal}`)]),
  ['a name that ends in a plus', run('apt-get install -y «g++» && apt-get purge -y make')],
  ['a group of dnf', 'FROM fedora:44\nRUN dnf group install -y «"Development Tools"»\n'],
  ['yum -devel', 'FROM almalinux:9\nRUN yum -y install «openssl-devel»\n'],
  ['build-dep', run('apt-get «build-dep» -y nginx')],
  ['through a variable', run('P="gcc make" && apt-get install -y «$P»')],
  [
    'in a stage the last one is built on',
    'FROM debian:13 AS base\nRUN apt-get install -y «make»\nFROM base\nCMD ["x"]\n',
  ],
  ['some are removed', run('apt-get install -y gcc «make» && make && apt-get purge -y gcc')],
  [
    'autoremove does not touch what was asked for',
    run('apt-get install -y «gcc» && make && apt-get autoremove -y'),
  ],
  ['an SDK through a variable', 'ARG GO=1.27\nFROM «golang:${GO}»\nRUN go build .\n'],
  ['the .NET SDK', 'FROM «mcr.microsoft.com/dotnet/sdk:10.0»\nRUN dotnet publish\n'],
  ['a JDK that only runs (info)', 'FROM «amazoncorretto:21»\nCMD ["java"]\n'],
  ['a JDK that builds (warning)', 'FROM «eclipse-temurin:21-jdk»\nRUN ./mvnw package\n'],
  ['a full image (hint)', 'FROM «python:3.14-trixie»\n'],
  ['buildpack-deps (info)', 'FROM «buildpack-deps:trixie»\nRUN make\n'],
  [
    'apt-mark and purge',
    run(
      'savedAptMark="$(apt-mark showmanual)" && apt-get install -y gcc && make && apt-mark auto \'.*\' > /dev/null && apt-mark manual $savedAptMark && apt-get purge -y --auto-remove -o APT::AutoRemove::RecommendsImportant=false',
    ),
  ],
  [
    'apk del',
    'FROM alpine:3.24\nRUN apk add -t .build-deps gcc musl-dev && make && apk --no-network del .build-deps\n',
  ],
  ['apk names', 'FROM alpine:3.24\nRUN apk add gcc && make && apk del gcc\n'],
  ['yum history undo', 'FROM almalinux:9\nRUN yum install -y gcc && make && yum history undo -y last\n'],
  ['a stage that only feeds others', `${MULTI}FROM scratch\nCOPY --from=build /app /app\n`],
  ['buildpack-deps:curl', 'FROM buildpack-deps:trixie-curl\n'],
  ['runtime images', 'FROM eclipse-temurin:21-jre\n'],
  ['slim and alpine', 'FROM node:24-slim AS a\nFROM node:24-alpine\n'],
  ['libraries', run('apt-get install -y libgcc-s1 gcc-14-base libstdc++6 make-doc python3-developer')],
  ['a stage for tests', 'FROM golang:1.27 AS build\nFROM golang:1.27 AS test\nRUN go build .\n'],
  ['the only stage is shipped', 'FROM «golang:1.27» AS build\nRUN go build .\n'],
  [
    'a builder with a command is shipped',
    'FROM alpine AS x\nFROM «golang:1.27» AS builder\nRUN go build .\nCMD ["x"]\n',
  ],
  ['a builder without one may not be', 'FROM alpine AS x\nFROM golang:1.27 AS builder\nRUN go build .\n'],
  ...[
    'cargo build --release',
    'cargo +nightly install x',
    'dotnet publish',
    'cabal build',
    'stack --resolver lts install',
    'dart compile exe a.dart',
    'uv sync',
    'uv pip install a',
    'poetry install',
    'bundle install',
    'pip3 install x',
    'pip3.12 install x',
    'yarn',
    'yarn --frozen-lockfile',
    'swift build',
    'ghc Main.hs',
    'python3 setup.py install',
  ].map((build): Row => [`${build} (warning)`, `${run('apt-get install -y «gcc»')}RUN ${build}\n`]),
  ...['yarn --version', 'cargo --version', 'python3 a.py install', 'dotnet --info'].map(
    (other): Row => [`${other} (info)`, `${run('apt-get install -y «gcc»')}RUN ${other}\n`],
  ),
  ...[
    'dotnet-sdk-8.0',
    'temurin-21-jdk',
    'openjdk-21-jdk-headless',
    'openjdk-21-jdk',
    'gcc-aarch64-linux-gnu',
    'gcc-14-arm-linux-gnueabihf',
    'g++-x86-64-linux-gnu',
  ].map((name): Row => [name, run(`apt-get install -y «${name}»`)]),
  ...['gcc-14-x86-64-linux-gnu-base', 'temurin-21-jre', 'openjdk-21-jre', 'dotnet-runtime-8.0'].map(
    (name): Row => [name, run(`apt-get install -y ${name}`)],
  ),
  ...[
    'swift:6.2',
    'ibm-semeru-runtimes:open-21-jdk-noble',
    'mcr.microsoft.com/openjdk/jdk:21-ubuntu',
    'azul/zulu-openjdk:21',
    'nvidia/cuda:13.0.0-devel-ubuntu24.04',
  ].map((image): Row => [image, `FROM «${image}»\n`]),
  ...[
    'swift:6.2-slim',
    'ibm-semeru-runtimes:open-21-jre',
    'azul/zulu-openjdk:21-jre',
    'nvidia/cuda:13.0.0-runtime-ubuntu24.04',
  ].map((image): Row => [image, `FROM ${image}\n`]),
  ['options of apt', run('apt-get install -y -t gcc curl')],
]);
for (const file of ['Dockerfile.dev', 'test.Dockerfile', '.devcontainer/Dockerfile', 'Dockerfile-ci'])
  table('build-tools-in-final-image', [[file, 'FROM golang:1.27\nRUN go build .\n']], { file });

const few = { settings: { options: { 'dockerfile/too-many-layers': { maxLayers: 2 } } } };
table(
  'too-many-layers',
  [
    ['at the limit', 'FROM debian:13\nRUN a\nCOPY a b\n'],
    ['one more', 'FROM debian:13\nRUN a\nCOPY a b\n«add» c d\nRUN e\n'],
    ['WORKDIR counts', 'FROM debian:13\nWORKDIR /a\nRUN a\n«WORKDIR» b\n'],
    [
      'WORKDIR / and settings do not',
      'FROM debian:13\nWORKDIR /\nENV a=b\nLABEL a=b\nUSER a\nVOLUME /a\nEXPOSE 1\nRUN a\nRUN b\nCMD c\n',
    ],
    ['triggers of ONBUILD do not', 'FROM debian:13\nONBUILD RUN a\nONBUILD RUN b\nONBUILD RUN c\n'],
    ['local base stages count', 'FROM debian:13 AS a\nRUN a\nRUN b\nFROM a\n«RUN» c\n'],
    [
      'other stages do not',
      'FROM debian:13 AS a\nRUN a\nRUN b\nRUN c\nFROM debian:13\nCOPY --from=a /a /a\n',
    ],
  ],
  few,
);
table('too-many-layers', [['default', `FROM debian:13\n${'RUN a\n'.repeat(14)}«RUN» b\nRUN c\n`]]);

table('maintainer-deprecated', [
  [
    'quotes around the name',
    'FROM a\n«MAINTAINER» "Foo Bar"\n',
    'FROM a\nLABEL org.opencontainers.image.authors="Foo Bar"\n',
  ],
  [
    'a backslash',
    'FROM a\n«MAINTAINER» Foo \\ Bar\n',
    'FROM a\nLABEL org.opencontainers.image.authors="Foo \\\\ Bar"\n',
  ],
  [
    'backtick as escape',
    '# escape=`\nFROM a\n«MAINTAINER» $a\\b`c\n',
    '# escape=`\nFROM a\nLABEL org.opencontainers.image.authors="`$a\\b``c"\n',
  ],
  ['lower case', 'from a\n«maintainer» foo\n', 'from a\nlabel org.opencontainers.image.authors="foo"\n'],
  [
    'over two lines',
    'FROM a\n«MAINTAINER» Foo \\\n  Bar\n',
    'FROM a\nLABEL org.opencontainers.image.authors="Foo   Bar"\n',
  ],
  [
    'a comment inside is not lost',
    'FROM a\n«MAINTAINER» Foo \\\n# c\n  Bar\n',
    'FROM a\nMAINTAINER Foo \\\n# c\n  Bar\n',
  ],
  ['without a name', 'FROM a\n«MAINTAINER»\n', 'FROM a\nMAINTAINER\n'],
  [
    'an image that has the label',
    'FROM a\n«MAINTAINER» a\nLABEL org.opencontainers.image.authors="b"\n',
    'FROM a\nMAINTAINER a\nLABEL org.opencontainers.image.authors="b"\n',
  ],
  [
    'a base stage that has the label',
    'FROM a AS b\nLABEL org.opencontainers.image.authors="b"\nFROM b\n«MAINTAINER» a\n',
    'FROM a AS b\nLABEL org.opencontainers.image.authors="b"\nFROM b\nMAINTAINER a\n',
  ],
  ['check=skip=all is for BuildKit’s checks', '# check=skip=all\nFROM a\nMAINTAINER a\n'],
  ['every one', 'FROM a\n«MAINTAINER» a\nFROM b\n«MAINTAINER» b\n'],
]);

table('copy-without-destination', [
  ['ADD', 'FROM a\nADD «app.tar»\n', 'FROM a\nADD app.tar ./\n'],
  [
    'behind flags',
    'FROM a\nCOPY --chown=1:1 --from=b «/app»\n',
    'FROM a\nCOPY --chown=1:1 --from=b /app ./\n',
  ],
  ['a heredoc', 'FROM a\nCOPY «<<EOF»\nx\nEOF\n', 'FROM a\nCOPY <<EOF\nx\nEOF\n'],
  ['in ONBUILD (warning)', 'FROM a\nONBUILD COPY «.»\n', 'FROM a\nONBUILD COPY . ./\n'],
  ['JSON', 'FROM a\nCOPY [«"a b"» ]\n', 'FROM a\nCOPY ["a b", "./" ]\n'],
  ['continued', 'FROM a\nCOPY \\\n  «app.js»\n', 'FROM a\nCOPY \\\n  app.js ./\n'],
  ['two words', 'FROM a\nCOPY a b\nADD ["a", "b"]\nCOPY <<E b\nx\nE\n'],
  ['other instructions', 'FROM a\nWORKDIR a\nUSER a\n'],
]);

table('end-of-life-base-image', [
  ['a code name', 'FROM ubuntu:«focal»\n', 'FROM ubuntu:26.04\n'],
  ['a patch release', 'FROM alpine:«3.12.1»\n', 'FROM alpine:3.24\n'],
  [
    'a dated tag gets no made-up fix',
    'FROM debian:«buster-20210101-slim»\n',
    'FROM debian:buster-20210101-slim\n',
  ],
  ['the distribution alone', 'FROM python:«3.14-slim-bullseye»\n', 'FROM python:3.14-slim-bullseye\n'],
  ['Alpine below', 'FROM node:«14-alpine3.12» AS build\n', 'FROM node:24-alpine3.24 AS build\n'],
  ['a release name of Node.js', 'FROM node:«lts-hydrogen»\n'],
  ['a major that stopped', 'FROM python:«2»\n', 'FROM python:3.14\n'],
  [
    'another registry with the same images',
    'FROM public.ecr.aws/docker/library/node:«16»\n',
    'FROM public.ecr.aws/docker/library/node:24\n',
  ],
  ['another architecture', 'FROM arm32v7/debian:«jessie»\n'],
  [
    'a tag and a digest',
    `FROM ubuntu:«14.04»@sha256:${'0'.repeat(64)}\n`,
    `FROM ubuntu:14.04@sha256:${'0'.repeat(64)}\n`,
  ],
  ['through an ARG', 'ARG V=14.04\nFROM «ubuntu:$V»\n', 'ARG V=14.04\nFROM ubuntu:$V\n'],
  ['CentOS without a tag', 'FROM «centos»\n', 'FROM almalinux:9\n'],
  ['CentOS Stream', 'FROM quay.io/centos/centos:«stream8»\n', 'FROM quay.io/centos/centos:stream10\n'],
  ['OpenJDK', 'FROM openjdk:«8u302-jre»\n'],
  [
    '.NET Core',
    'FROM mcr.microsoft.com/dotnet/core/sdk:«3.1»\nFROM mcr.microsoft.com/dotnet/core/aspnet:«2.1» AS b\n',
    'FROM mcr.microsoft.com/dotnet/sdk:10.0\nFROM mcr.microsoft.com/dotnet/aspnet:10.0 AS b\n',
  ],
  ['.NET', 'FROM mcr.microsoft.com/dotnet/aspnet:«6.0»\n', 'FROM mcr.microsoft.com/dotnet/aspnet:10.0\n'],
  [
    'a variant its successor may lack',
    'FROM mcr.microsoft.com/dotnet/sdk:«6.0-bullseye-slim»\n',
    'FROM mcr.microsoft.com/dotnet/sdk:6.0-bullseye-slim\n',
  ],
  ['every stage', 'FROM golang:«1.19» AS build\nFROM debian:«9»\n'],
  ['Temurin on Alpine', 'FROM eclipse-temurin:«21-jdk-alpine-3.18»\n'],
  [
    'supported ones',
    [
      'ubuntu:22.04',
      'debian:12',
      'alpine',
      'node:22',
      'node:lts',
      'python:3',
      'python:3.11',
      'php:8',
      'ruby:3.4',
      'golang:1',
      'postgres:16',
      'mysql:8',
      'amazonlinux:2023',
      'eclipse-temurin:8-jre',
      'openjdk:27-ea',
      'fedora:43',
      'quay.io/centos/centos:stream9',
    ]
      .map((image) => `FROM ${image}\n`)
      .join(''),
  ],
  ['somebody else’s', 'FROM example.com/ubuntu:14.04\nFROM brimstone/ubuntu:14.04\nFROM bitnami/node:12\n'],
  ['a number that only begins alike', 'FROM alpine:3.220\nFROM node:140\nFROM php:8.10\n'],
  ['a stage of that name', 'FROM scratch AS centos\nFROM centos\n'],
  ['a digest alone', `FROM ubuntu@sha256:${'0'.repeat(64)}\n`],
]);

describe('the table of ended versions', () => {
  it('is as old as the rule says', () => {
    const found = allRules.find(({ rule }) => rule.id === 'dockerfile/end-of-life-base-image');
    for (const text of Object.values(found!.rule.why)) assert.ok(text.includes(AS_OF));
  });

  for (const { name, images, source, successor, ended, names = {} } of PRODUCTS)
    it(name, () => {
      assert.match(source, /^https:/);
      for (const month of Object.values(ended)) {
        assert.match(month, /^20\d\d-(0[1-9]|1[0-2])$/);
        assert.ok(month <= AS_OF, month);
      }
      for (const version of Object.values(names)) assert.ok(version in ended, version);
      const next = 'image' in successor ? successor.image : `${images[0]}:${successor.tag}`;
      assert.deepEqual(endedIn(parseReference(next)), []);
    });
});
