import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readConfigFile } from '../server/src/config/file';
import { NameIndex } from '../server/src/core/names';
import { renderMessage } from '../server/src/core/text';
import { goneIn } from '../server/src/dockerfile/facts/gone';
import { GONE_IMAGES } from '../server/src/dockerfile/facts/gone-images';
import { parseReference } from '../server/src/image/reference';
import { table } from './edges';
import { allRules, Bench } from './samples';

// Images, registries, labels and health: what the rules' own examples leave out.

const DIGEST = `sha256:${'a1'.repeat(32)}`;

table('floating-tag', [
  ['a tag behind a blank', 'FROM a 24\nFROM b :24\n'],
  ['a variable nobody declared may be its tag', 'FROM a$V\nFROM b:1$V\n'],
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
  ['names of one letter are not alike', 'FROM a:1 AS x\nFROM y\n'],
  ['a secret comes from no stage', 'FROM a:1\nRUN --mount=type=secret,id=b,from=c d\n'],
  ['FROM takes no capital letters', 'FROM a:1 AS Build\nFROM «biuld»\n', 'FROM a:1 AS Build\nFROM build\n'],
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

table('invalid-label-key', [
  ['usual ones (hint)', 'FROM a\nLABEL a=1 a1=1 a.b-c.d=1 a_b/c=1 com.docker=1 com.dockerx.a=1\n'],
  ['other characters', 'FROM a\nLABEL «a+b»=1 «a:b»=1 «"a b"»=1 «ü»=1\n'],
  ['beginnings and ends', 'FROM a\nLABEL «.a»=1 «a.»=1 «-a»=1 «a-»=1 «1a»=1\n'],
  ['twice in a row', 'FROM a\nLABEL «a..b»=1 «a--b»=1 a.-b=1\n'],
  ['capitals', 'FROM a\nLABEL «buildDate»="A" «"Name"»=B\n', 'FROM a\nLABEL builddate="A" "name"=B\n'],
  ['the old form', 'FROM a\nLABEL «Vendor» My Company\n', 'FROM a\nLABEL vendor My Company\n'],
  ['capitals and more', 'FROM a\nLABEL «A..b»=1\n', 'FROM a\nLABEL A..b=1\n'],
  [
    'Docker’s own',
    'FROM a\nLABEL «com.docker.a»=1 «io.docker.a»=1 «org.dockerproject.a»=1 «Com.Docker.a»=1\n',
  ],
  [
    'what Docker asks for',
    'FROM a\nLABEL com.docker.desktop.extension.icon=a com.docker.extension.screenshots=b\n',
  ],
  ['variables', 'FROM a\nLABEL $A=1 A${B}=1\n'],
  [
    'each of several',
    'FROM a\nLABEL a=1 \\\n  # b\n  «B»=2 \\\n  «C»=3\n',
    'FROM a\nLABEL a=1 \\\n  # b\n  b=2 \\\n  c=3\n',
  ],
  [
    'CRLF and backtick',
    '# escape=`\r\nFROM a\r\nLABEL a=1 `\r\n  «B»=2\r\n',
    '# escape=`\r\nFROM a\r\nLABEL a=1 `\r\n  b=2\r\n',
  ],
  ['ONBUILD and fragments', 'ONBUILD LABEL «A»=1\n'],
  ['half typed', 'FROM a\nLABEL\nLABEL =b\n'],
]);

const labelled = (rule: string, options: Record<string, unknown>) => ({
  settings: { options: { [`dockerfile/${rule}`]: options } },
});
const required = labelled('label-missing', { labelSchema: { a: 'text' }, requiredLabels: ['b'] });

table('label-missing', [['nothing is required', 'FROM x:1\n']]);
table(
  'label-missing',
  [
    ['once for all (info)', '«FROM» x:1\n'],
    ['one of them', '«from» x:1\nLABEL a=1\n'],
    ['there, in any form', 'FROM x:1\nLABEL "a"="1"\nLABEL b \\\n  c d\n'],
    ['inherited', 'FROM x:1 AS c\nLABEL a=1 b=2\nFROM c AS d\nFROM d\n'],
    ['added on top', 'FROM x:1 AS c\nLABEL a=1\nFROM c\nLABEL b=2\n'],
    ['images for --target', '«FROM» x:1 AS test\nFROM y:1\nLABEL a=1 b=2\n'],
    ['stages that are copied from', 'FROM x:1 AS c\nFROM y:1\nCOPY --from=c d e\nLABEL a=1 b=2\n'],
    ['stages that are mounted', 'FROM x:1 AS c\nFROM y:1\nRUN --mount=from=c,target=/c d\nLABEL a=1 b=2\n'],
    ['two images on one base', 'FROM x:1 AS c\nLABEL a=1\nFROM c AS d\nLABEL b=1\n«FROM» c\n'],
    ['triggers label other images', '«FROM» x:1\nONBUILD LABEL a=1 b=2\n'],
    ['a variable may name it', 'FROM x:1\nLABEL $A=1\n'],
    ['from scratch', '«FROM» scratch\n'],
    ['a fragment', 'LABEL c=1\n'],
  ],
  required,
);

table(
  'label-unexpected',
  [
    ['known ones (info)', 'FROM x:1\nLABEL team=1 site=2\n'],
    ['others', 'FROM x:1\nLABEL team=1 «color»=2 \\\n  «"size"»=3\n'],
    [
      'near ones',
      'FROM x:1\nLABEL «"taem"»=1\nLABEL «sites» 2\n',
      'FROM x:1\nLABEL "team"=1\nLABEL site 2\n',
    ],
    ['in every stage', 'FROM x:1\nLABEL «color»=1\nFROM y:1\nLABEL team=1\n'],
    ['ONBUILD', 'FROM x:1\nONBUILD LABEL «color»=1\n'],
    ['variables', 'FROM x:1\nLABEL $A=1 x$B=2\n'],
  ],
  labelled('label-unexpected', {
    labelSchema: { team: 'text' },
    requiredLabels: ['site'],
    strictLabels: true,
  }),
);
table(
  'label-unexpected',
  [['not strict', 'FROM x:1\nLABEL color=1\n']],
  labelled('label-unexpected', { labelSchema: { team: 'text' } }),
);
table(
  'label-unexpected',
  [['nothing agreed on', 'FROM x:1\nLABEL color=1\n']],
  labelled('label-unexpected', { strictLabels: true }),
);

/** Values of one type: those taken and those refused, each as it is written. */
const VALUES: readonly (readonly [type: string, right: readonly string[], wrong: readonly string[]])[] = [
  ['text', ['x', '$A', '"a b"'], []],
  [
    'url',
    [
      'https://a',
      'HTTP://a.b:80/c?d=e#f',
      'git://a/b',
      'ssh://git@a/b',
      'mailto:a@b',
      'file:///a',
      'https://$HOST',
    ],
    [
      'a.b',
      '/a',
      '//a',
      'http://',
      'http:/a',
      'https:a.b',
      'git@github.com:a/b',
      '"http://a b"',
      'http://a/%zz',
      'localhost:80/a',
    ],
  ],
  [
    'semver',
    ['1.2.3', '0.0.0', '1.2.3-rc.1+b.01', '1.2.3-a-b', '1.2.3-0a', '$V', '${V}.0.1'],
    [
      '1.2',
      '1',
      '1.2.3.4',
      'latest',
      '01.2.3',
      '1.2.3-',
      '1.2.3-01',
      '1.2.3+',
      '1.2.3-a_b',
      '" 1.2.3"',
      '1.2.3-a..b',
    ],
  ],
  [
    'hash',
    ['abcdef1', 'a'.repeat(40), 'a'.repeat(64), '12345678901', '$H'],
    ['abcdef', 'ABCDEF1', 'g234567', 'a'.repeat(41), 'main'],
  ],
  [
    'rfc3339',
    [
      '2020-01-02T03:04:05Z',
      '2020-01-02t03:04:05.123z',
      '2020-02-29T23:59:60+09:00',
      '2020-01-02T03:04:05-00:00',
      '$D',
    ],
    [
      '2020-01-02',
      '"2020-01-02 03:04:05Z"',
      '2020-13-02T03:04:05Z',
      '2021-02-29T03:04:05Z',
      '2020-01-00T03:04:05Z',
      '2020-01-02T24:00:00Z',
      '2020-01-02T03:04:05',
      '2020-01-02T03:04Z',
      '2020-01-02T03:04:05+0900',
      '2020-01-02T03:04:05+24:00',
      '1600000000',
    ],
  ],
  [
    'spdx',
    [
      'MIT',
      'mit',
      '"MIT OR Apache-2.0"',
      '"MIT AND (ISC OR BSD-3-Clause)"',
      'GPL-2.0+',
      '"GPL-2.0-only WITH Classpath-exception-2.0"',
      'LicenseRef-x',
      'DocumentRef-a:LicenseRef-x',
      '"(MIT)"',
      '$L',
    ],
    [
      'Proprietary',
      'NONE',
      '"MIT, ISC"',
      'MIT/ISC',
      '"MIT OR"',
      '"(MIT"',
      '"MIT ISC"',
      '"MIT WITH"',
      'UNLICENSED',
      'OR',
    ],
  ],
  [
    'email',
    ['a@b.c', 'a.b+c@d.e', 'a@[1.2.3.4]', '"o\'hara@x.y"', '\'"a b"@c.d\'', '$A'],
    ['a', '@b', 'a@', '"A <a@b.c>"', 'a@b.c,d@e.f', 'a..b@c.d', '.a@b.c', 'a@@b', '"a@b.c "', 'ü@x.y'],
  ],
];
for (const [type, right, wrong] of VALUES)
  table(
    'label-value',
    [
      ...right.map((value) => [`${type}: ${value}`, `FROM x:1\nLABEL a=${value}\n`] as const),
      ...wrong.map((value) => [`${type}: not ${value} (warning)`, `FROM x:1\nLABEL a=«${value}»\n`] as const),
      [`${type}: empty`, 'FROM x:1\nLABEL a=«""» \\\n  «a»=\n'] as const,
    ],
    labelled('label-value', { labelSchema: { a: type } }),
  );

table(
  'label-value',
  [
    ['a v in front', 'FROM x:1\nLABEL v=«"v1.2.3"»\n', 'FROM x:1\nLABEL v="1.2.3"\n'],
    ['a license almost right', 'FROM x:1\nLABEL l=«"Apache 2.0"»\n', 'FROM x:1\nLABEL l="Apache-2.0"\n'],
    ['no license at all', 'FROM x:1\nLABEL l=«mine»\n', 'FROM x:1\nLABEL l=mine\n'],
    ['the old form', 'FROM x:1\nLABEL v «v1.2.3»\n', 'FROM x:1\nLABEL v 1.2.3\n'],
    ['every one', 'FROM x:1\nLABEL v=«x» v=«y» b=z\nONBUILD LABEL v=«x»\n'],
    ['a variable that is set here', 'FROM x:1\nENV A=x\nLABEL v=$A\n'],
    ['a fragment, CRLF, backtick', '# escape=`\r\nLABEL b=1 `\r\n  v=«x»\r\n'],
    ['names of objects', 'FROM x:1\nLABEL constructor=x toString=y\n'],
  ],
  labelled('label-value', { labelSchema: { v: 'semver', l: 'spdx' } }),
);

table('missing-healthcheck', [
  ['the last stage (info)', 'FROM a:1 AS b\nHEALTHCHECK CMD c\n«FROM» d:1\n'],
  ['none on purpose', 'FROM a:1\nhealthcheck none\n'],
  ['inherited', 'FROM a:1 AS b\nHEALTHCHECK CMD c\nFROM b AS d\nFROM d\n'],
  ['stages that only build', 'FROM a:1 AS b\nFROM c:1\nCOPY --from=b d e\nHEALTHCHECK CMD f\n'],
  ['triggers', '«FROM» a:1\nONBUILD HEALTHCHECK CMD b\n'],
  ['a fragment', 'RUN a\n'],
]);

describe('the names of others', () => {
  const named: readonly (readonly [text: string, ...names: string[]])[] = [
    ['FROM node\n', 'DL3006'],
    ['FROM node:latest\n', 'DL3007'],
    ['FROM $R/node:latest\n', 'DL3007'],
    ['FROM elasticsearch\n', 'DL3006'],
    ['FROM elasticsearch:latest\n', 'DL3007'],
    ['FROM a:1 AS build\nFROM biuld\n', 'DL3006'],
    ['FROM a:1\nCOPY --from=nginx b c\n', 'DL3022'],
    ['FROM a:1\nCOPY --from=logstash b c\n', 'DL3022'],
    ['FROM a:1\nCOPY --from=assets b c\n', 'DL3022'],
    ['FROM a:1 AS build\nFROM a:1\nCOPY --from=biuld b c\n', 'DL3022'],
    ['FROM a:1\nCOPY --from=$A b c\n', 'DL3022'],
    ['FROM a:1\nCOPY --from=3 b c\n', 'DL3022'],
    ['FROM a:1\nCOPY --from=b c d\nFROM a:1 AS b\n', 'DL3022'],
    ['FROM a:1\nCOPY --from=0 c d\n', 'DL3023'],
    ['FROM a:1\nCOPY --from=nginx:latest b c\n'],
    ['FROM a:1\nRUN --mount=from=nginx,target=/b c\nRUN --mount=from=$A,target=/b c\n'],
    ['FROM a:1\nRUN --mount=from=assets,target=/b c\n'],
  ];
  const codes = ['DL3006', 'DL3007', 'DL3022', 'DL3023'];
  const { language } = allRules.find(({ rule }) => rule.id === 'dockerfile/floating-tag')!;
  for (const [text, ...names] of named)
    it(`${JSON.stringify(text)} is ${names.join(', ') || 'nobody’s'}`, () => {
      const found = new Bench(language, text).diagnose();
      const all = found.flatMap(({ rule, finding }) => [...(finding.also ?? rule.also)]);
      assert.deepEqual(
        all.map((name) => name.slice(name.indexOf('/') + 1)).filter((name) => codes.includes(name)),
        names,
      );
    });
});

describe('a configuration of images and labels', () => {
  const rules = allRules.map(({ rule }) => rule);
  const read = (text: string) =>
    readConfigFile('file:///w/.container-tutor.yaml', text, { names: new NameIndex(rules), rules });

  it('reaches each rule with such an option from the top', () => {
    const text = 'trustedRegistries: [a.b]\nlabelSchema: {c: url}\nstrictLabels: true\nrequiredLabels: [d]\n';
    assert.deepEqual(read(text).contents.settings.options, {
      'dockerfile/untrusted-registry': { trustedRegistries: ['a.b'] },
      'kubernetes/untrusted-registry': { trustedRegistries: ['a.b'] },
      'kubernetes/missing-required-label': { requiredLabels: ['d'] },
      'dockerfile/label-missing': { requiredLabels: ['d'], labelSchema: { c: 'url' } },
      'dockerfile/label-unexpected': { requiredLabels: ['d'], labelSchema: { c: 'url' }, strictLabels: true },
      'dockerfile/label-value': { labelSchema: { c: 'url' } },
    });
  });

  it('is told once what is wrong', () => {
    const told: Record<string, string> = {
      'labelSchema: {a: link}': 'link: `a` is one of: text, url, semver, hash, rfc3339, spdx, email',
      'labelSchema: [a]': '[: `labelSchema` holds one `name: value` per line',
      'strictLabels: often': 'often: `strictLabels` is true or false',
      'requiredLabels: a': 'a: `requiredLabels` holds a list: one `- value` per line',
    };
    for (const [text, problem] of Object.entries(told))
      assert.deepEqual(
        read(text).problems.map(
          ({ start, end, message }) => `${text.slice(start, end)}: ${renderMessage(message, 'en')}`,
        ),
        [problem],
      );
  });
});

table('gone-base-image', [
  [
    'deleted tags (warning)',
    'FROM «openjdk:8-jdk-alpine»\nFROM «openjdk:11-jre-slim» AS a\nFROM «docker.io/library/openjdk:21»\n',
    'FROM eclipse-temurin:8-jdk-alpine\nFROM eclipse-temurin:11-jre AS a\nFROM eclipse-temurin:21\n',
  ],
  [
    'without the same elsewhere',
    'FROM «openjdk:24»\nFROM «openjdk:17-oracle»\nFROM «openjdk:10-jdk-windowsservercore-1709»\n',
    'FROM openjdk:24\nFROM openjdk:17-oracle\nFROM openjdk:10-jdk-windowsservercore-1709\n',
  ],
  [
    'tags that were kept',
    'FROM openjdk:8u302-jre\nFROM openjdk:11.0.6\nFROM openjdk:24-ea-17-jdk\nFROM openjdk:27-rc-slim\nFROM openjdk:10-experimental\n',
  ],
  ['a digest', `FROM openjdk:17@${DIGEST}\nFROM java@${DIGEST}\n`],
  [
    'given up',
    'FROM «java»\nFROM «java:8»\nFROM «jenkins:2.60.3»\nFROM «adoptopenjdk:11-jre-hotspot»\nFROM «adoptopenjdk:8-jdk-openj9»\nFROM «unit:php8.4»\n',
    'FROM java\nFROM eclipse-temurin:8\nFROM jenkins:2.60.3\nFROM eclipse-temurin:11-jre\nFROM adoptopenjdk:8-jdk-openj9\nFROM unit:php8.4\n',
  ],
  [
    'moved with its tags',
    'FROM «k8s.gcr.io/pause:3.9»\nFROM «docker.io/bitnami/redis:7.2»\n',
    'FROM registry.k8s.io/pause:3.9\nFROM bitnamilegacy/redis:7.2\n',
  ],
  [
    'left where it was',
    'FROM bitnami/redis\nFROM bitnami/redis:latest\nFROM bitnami/minideb:bookworm\nFROM bitnamilegacy/redis:7.2\n',
  ],
  [
    'other owners and hosts',
    'FROM quay.io/bitnami/redis:7\nFROM jupyter/my-notebook:1\nFROM ghcr.io/a/java:8\nFROM a/vault:1\n',
  ],
  [
    'to other registries',
    'FROM «jupyter/scipy-notebook»\nFROM «microsoft/dotnet:2.1-sdk»\nFROM «circleci/node:12»\nFROM «mhart/alpine-node:16»\n',
  ],
  ['triggers in the tag', 'FROM «node:24-onbuild»\nFROM «golang:onbuild»\nFROM a/node:onbuild\n'],
  ['one finding where the version ended too', 'FROM node:8-onbuild\nFROM python:2-onbuild\n'],
  [
    'no latest',
    'FROM «elasticsearch»\nFROM «nvidia/cuda:latest»\nFROM elasticsearch:8.19.20\n',
    'FROM elasticsearch:9.4.5\nFROM nvidia/cuda:13.0.1-base-ubuntu24.04\nFROM elasticsearch:8.19.20\n',
  ],
  [
    'a default',
    'ARG V=17\nFROM «openjdk:${V}-jdk» AS a\nFROM a\n',
    'ARG V=17\nFROM openjdk:${V}-jdk AS a\nFROM a\n',
  ],
  [
    'COPY and mounts',
    'FROM a:1\nCOPY --from=«openjdk:8» b c\nRUN --mount=from=«bitnami/kubectl:1.30»,target=/d e\n',
    'FROM a:1\nCOPY --from=eclipse-temurin:8 b c\nRUN --mount=from=bitnamilegacy/kubectl:1.30,target=/d e\n',
  ],
  [
    'Windows',
    'FROM «microsoft/windowsservercore:ltsc2016»\nFROM «mcr.microsoft.com/windows/nanoserver»\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n',
    'FROM mcr.microsoft.com/windows/servercore:ltsc2016\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2025\nFROM mcr.microsoft.com/windows/nanoserver:ltsc2022\n',
  ],
  ['a stage of that name', 'FROM a:1 AS java\nFROM java\nCOPY --from=java b c\n'],
  [
    'continued, CRLF, backtick',
    '# escape=`\r\nFROM `\r\n  «java:8» `\r\n  AS a\r\n',
    '# escape=`\r\nFROM `\r\n  eclipse-temurin:8 `\r\n  AS a\r\n',
  ],
]);

table('end-of-life-base-image', [
  [
    'what cannot be pulled is another finding',
    'FROM openjdk:8\nFROM openjdk:17-jdk-slim-buster\nFROM openjdk:«8u302»\n',
  ],
]);
table('floating-tag', [
  ['where there is no latest', 'FROM elasticsearch\nFROM nvidia/cuda:latest\nFROM «java»\n'],
]);

describe('the images that are gone', () => {
  it('each have one entry, a month and a source', () => {
    const names = GONE_IMAGES.flatMap(({ images, state, tags }) =>
      images.map((name) => `${name} ${state} ${tags}`),
    );
    assert.equal(new Set(names).size, names.length);
    for (const { month, source } of GONE_IMAGES) {
      assert.match(month, /^20[12]\d-(?:0[1-9]|1[0-2])$/);
      assert.match(source, /^https:\/\//);
    }
  });

  it('point to images that are there', () => {
    for (const { successor, tags } of GONE_IMAGES)
      if (successor && !tags)
        assert.ok([undefined, 'unnamed'].includes(goneIn(parseReference(successor))?.state), successor);
  });
});
