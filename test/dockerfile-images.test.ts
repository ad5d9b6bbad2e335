import { table } from './edges';

// Images, registries, labels and health: what the rules' own examples leave out.

const DIGEST = `sha256:${'a1'.repeat(32)}`;

table('floating-tag', [
  ['no tag (info)', 'FROM «node»\n', 'FROM node:24\n'],
  ['latest (info)', 'FROM node:«latest»\n', 'FROM node:24\n'],
  ['with its registry', 'FROM «docker.io/library/node» AS a\n', 'FROM docker.io/library/node:24 AS a\n'],
  ['a port is no tag', 'FROM «localhost:5000/a»\n'],
  ['nobody knows its versions', 'FROM «nginx»\nFROM ghcr.io/a/b:«latest»\n'],
  ['a digest', `FROM node@${DIGEST}\nFROM node:latest@${DIGEST}\n`],
  ['other names that float', 'FROM nginx:stable\nFROM node:latest-alpine\nFROM alpine:edge\nFROM a:LATEST\n'],
  ['scratch and stages', 'FROM scratch AS a\nFROM a AS b\nFROM b\n'],
  ['a stage further down', 'FROM «b»\nFROM node:24 AS b\n'],
  ['its own name', 'FROM «b» AS b\n'],
  ['a name BuildKit rejects', 'FROM Node\nFROM SCRATCH\n'],
  [
    'behind a platform',
    'FROM --platform=$BUILDPLATFORM «golang» AS a\n',
    'FROM --platform=$BUILDPLATFORM golang:1.27 AS a\n',
  ],
  ['lower case, continued, CRLF', 'from \\\r\n  «node» as a\r\n', 'from \\\r\n  node:24 as a\r\n'],
  ['broken in the middle', 'FROM «no\\\nde»\n', 'FROM no\\\nde\n'],
  ['a backtick for continuation', '# escape=`\nFROM `\n  «node»\n', '# escape=`\nFROM `\n  node:24\n'],
  ['in quotes', 'FROM «"node"»\n', 'FROM "node"\n'],
  ['a default (hint)', 'ARG A=node\nARG C\nFROM «$A»\nFROM «${C:-debian}»\n'],
  ['a default tag (hint)', 'ARG T=latest\nFROM «node:$T»\n', 'ARG T=latest\nFROM node:$T\n'],
  ['no value', 'ARG A\nARG T\nFROM $A\nFROM node:$T\nFROM $A/node\nFROM $A\n'],
  ['latest behind a variable', 'ARG R\nFROM $R/node:«latest»\nFROM $R:latest@$D\nFROM ${T:-a:latest}b\n'],
  ['latest behind a known one (hint)', 'ARG R=ghcr.io\nFROM $R/node:«latest»\n'],
  [
    'COPY --from',
    'FROM a:1\nCOPY --from=«nginx» a b\nCOPY --from=nginx:«latest» a b\nCOPY --from=«owner/a» a b\n',
  ],
  [
    'a mount',
    'FROM a:1\nRUN --mount=type=bind,from=«golang»,target=/a b\n',
    'FROM a:1\nRUN --mount=type=bind,from=golang:1.27,target=/a b\n',
  ],
  ['a mount of nothing', 'FROM a:1\nRUN --mount=from=scratch,target=/a b\nRUN --mount=target=/a b\n'],
  [
    'numbers, variables, scratch',
    'FROM a:1\nFROM b:1\nCOPY --from=0 a b\nCOPY --from=$A a b\nCOPY --from=scratch a b\n',
  ],
  ['ONBUILD', 'FROM a:1\nONBUILD COPY --from=nginx a b\n'],
  ['a fragment', 'COPY --from=«nginx» a b\nCOPY --from=build a b\n'],
  ['what reads like a stage', 'FROM a:1 AS build\nFROM biuld\nCOPY --from=assets a b\n'],
]);

table('unknown-stage', [
  ['FROM (warning)', 'FROM a:1 AS build\nFROM «biuld» AS b\n', 'FROM a:1 AS build\nFROM build AS b\n'],
  [
    'COPY, as the stage is written',
    'FROM a:1 AS Builder\nFROM b:1\nCOPY --from=«bilder» c d\n',
    'FROM a:1 AS Builder\nFROM b:1\nCOPY --from=Builder c d\n',
  ],
  [
    'a mount',
    'FROM a:1 AS deps\nFROM b:1\nRUN --mount=from=«dep»,target=/a b\n',
    'FROM a:1 AS deps\nFROM b:1\nRUN --mount=from=deps,target=/a b\n',
  ],
  [
    'continued',
    'FROM a:1 AS deps\nFROM b:1\nCOPY \\\n  --from=«dep» c d\n',
    'FROM a:1 AS deps\nFROM b:1\nCOPY \\\n  --from=deps c d\n',
  ],
  ['nothing near (info)', 'FROM a:1 AS build\nFROM b:1\nCOPY --from=«assets» c d\n'],
  ['nothing near in FROM', 'FROM a:1 AS build\nFROM company-base\n'],
  ['official images', 'FROM alpine AS alpine1\nFROM alpine AS alpine2\nFROM a:1\nCOPY --from=alpine c d\n'],
  [
    'images in full',
    'FROM a:1 AS build\nFROM b:1\nCOPY --from=biuld:1 c d\nCOPY --from=ghcr.io/a/biuld c d\n',
  ],
  ['a later stage is another mistake', 'FROM a:1\nCOPY --from=build c d\nFROM b:1 AS build\n'],
  ['a later stage is not meant', 'FROM a:1\nCOPY --from=«biuld» c d\nFROM b:1 AS build\n'],
  ['a default that may be changed', 'ARG BASE=bass\nFROM a:1 AS base\nFROM $BASE\n'],
  ['numbers and variables', 'FROM a:1 AS build\nFROM b:1\nCOPY --from=0 c d\nCOPY --from=$biuld c d\n'],
  ['a fragment', 'COPY --from=assets a b\n'],
]);

const trusting = (...trustedRegistries: string[]) => ({
  settings: { options: { 'dockerfile/untrusted-registry': { trustedRegistries } } },
});

table('untrusted-registry', [['no list', 'FROM quay.io/a:1\n']]);

table(
  'untrusted-registry',
  [
    [
      'Docker Hub, however it is written',
      'FROM «node»:1\nFROM «a/b»\nFROM «docker.io»/a/b\nFROM «index.docker.io»/a/b:1\n',
    ],
    ['on the list', 'FROM ghcr.io/a:1\nFROM GHCR.io/a:1\nFROM localhost:5000/a\n'],
    ['another port', 'FROM «localhost:5001»/a\nFROM «ghcr.io:443»/a\n'],
    [
      'a wildcard',
      'FROM x.example.com/a\nFROM x.y.example.com/a\nFROM «example.com»/a\nFROM «x.example.com.evil.io»/a\n',
    ],
    ['one owner only', 'FROM quay.io/me/a:1\nFROM «quay.io»/you/a:1\nFROM «quay.io»/meow/a:1\n'],
    ['a digest', `FROM «node»@${DIGEST}\n`],
    ['scratch and stages', 'FROM scratch AS a\nFROM a\nCOPY --from=a b c\nCOPY --from=0 b c\n'],
    [
      'COPY and mounts',
      'FROM scratch\nCOPY --from=«nginx»:1 a b\nRUN --mount=type=cache,from=«a/b»,target=/c d\n',
    ],
    ['a default', 'ARG A=node:1\nARG B=ghcr.io/a\nARG C\nFROM «$A»\nFROM $B\nFROM $C\nFROM $C/a:1\n'],
    ['ONBUILD', 'FROM scratch\nONBUILD COPY --from=nginx:1 a b\n'],
    ['a later stage', 'FROM scratch\nCOPY --from=b c d\nFROM ghcr.io/a:1 AS b\n'],
    ['a fragment', 'COPY --from=«nginx»:1 a b\n'],
  ],
  trusting('ghcr.io', 'LOCALHOST:5000', '*.example.com', 'quay.io/me'),
);

table(
  'untrusted-registry',
  [['the Hub by another name', 'FROM node:1\nFROM docker.io/a/b:1\nFROM «ghcr.io»/a:1\n']],
  trusting('hub.docker.com'),
);
table('untrusted-registry', [['all of them', 'FROM node:1\nFROM ghcr.io/a:1\n']], trusting('*'));
