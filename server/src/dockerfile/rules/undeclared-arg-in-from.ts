import { closest } from '../../core/closest';
import type { Finding, Fix } from '../../core/rule';
import { parseReference } from '../../image/reference';
import { isPlatform } from '../facts/platform';
import { namesOfFrom, undeclaredIn } from '../facts/undeclared';
import type { Dockerfile, Stage, VariableReference, Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/undeclared-arg-in-from',
  severity: 'error',
  scope: 'file',
  what: { ko: 'FROM이 모르는 변수', en: 'A variable FROM does not know' },
  why: {
    ko: 'FROM은 첫 FROM보다 위에 있는 ARG와 `TARGETPLATFORM` 같은 자동 ARG만 안다. stage 안의 ARG와 ENV는 보이지 않고, 선언하지 않은 이름은 `--build-arg`로 넘겨도 들어오지 않는다. 그 자리는 빈 문자열이 되어 `node:`처럼 틀린 이름이 되거나, 엉뚱한 이미지를 받는다.',
    en: 'FROM knows the ARGs above the first FROM and the automatic ones such as `TARGETPLATFORM`. ARG and ENV inside a stage are out of its sight, and `--build-arg` does not set a name nobody declared. The variable becomes nothing: `node:` is no image name, or another image than you meant is taken.',
  },
  how: {
    ko: '첫 FROM 위에 ARG를 선언한다. ex) `ARG NODE_VERSION=24`',
    en: 'Declare the ARG above the first FROM, ex) `ARG NODE_VERSION=24`.',
  },
  messages: {
    undeclared: {
      ko: '첫 FROM 위에 `ARG {name}`{name|이} 없다. 여기서 `${name}` 자리는 비게 된다.',
      en: 'No `ARG {name}` stands above the first FROM: `${name}` is empty here.',
    },
    near: {
      ko: '첫 FROM 위에 `ARG {name}`{name|이} 없다. {near:을} 쓰려던 것 같다.',
      en: 'No `ARG {name}` stands above the first FROM. Did you mean {near}?',
    },
    inStage: {
      ko: '`ARG {name}`{name|이} stage 안에 있어서 FROM에는 보이지 않는다. 첫 FROM 위로 옮긴다.',
      en: '`ARG {name}` is declared inside a stage, out of sight of FROM; move it above the first FROM.',
    },
    declared: { ko: '여기 선언되어 있다', en: 'It is declared here' },
  },
  concepts: ['dockerfile/ARG', 'dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/build-checks/undefined-arg-in-from/',
  also: ['buildkit/UndefinedArgInFrom', 'buildkit/InvalidDefaultArgInFrom'],
  fix: 'choice',
  examples: [
    {
      bad: 'ARG NODE_VERSION=24\nFROM node:«$NODE_VERSOIN»-slim\n',
      good: 'ARG NODE_VERSION=24\nFROM node:$NODE_VERSION-slim\n',
      message: 'near',
    },
    {
      bad: 'FROM debian:13 AS base\nARG VERSION=24\nFROM node:«${VERSION}»\n',
      good: 'ARG VERSION=24\nFROM debian:13 AS base\nFROM node:${VERSION}\n',
      message: 'inStage',
    },
    { bad: 'FROM «$IMAGE»\n', good: 'ARG IMAGE=debian:13\nFROM $IMAGE\n' },
  ],
  allows: [
    'ARG NODE_VERSION\nFROM node:${NODE_VERSION:-24}\n',
    'FROM --platform=$BUILDPLATFORM golang:1.27 AS build\n',
    'FROM registry.example.com/app-$TARGETARCH\n',
  ],
  *check(file) {
    // An ENV above FROM is rejected by itself.
    const set = file.outside.flatMap((one) =>
      one.keyword === 'ENV' ? one.pairs.map(({ name }) => name.raw) : [],
    );
    for (const stage of file.stages)
      for (const word of [stage.from?.platform?.value, stage.from?.image]) {
        const seen = new Set(set);
        for (const { name } of word ? undeclaredIn(word, stage) : []) {
          if (seen.has(name)) continue;
          seen.add(name);
          yield findingAt(name, word!, stage, file, closest(name, namesOfFrom(stage), 2));
        }
      }
  },
});

function findingAt(name: string, word: Word, stage: Stage, file: Dockerfile, near?: string): Finding {
  const references = word.variables.filter((reference) => reference.name === name);
  const elsewhere = file.stages
    .flatMap(({ instructions }) => instructions)
    .flatMap((instruction) => (instruction.keyword === 'ARG' ? instruction.definitions : []))
    .find((definition) => definition.name.raw === name);
  const { value, overridable } = file.states.get(stage.from!)!.scope.expand(word);
  const isImage = word === stage.from?.image;
  const isFit = (text: string) => (isImage ? !parseReference(text).problem : isPlatform(text));
  const invalid = value !== undefined && (value === '' || !isFit(value));
  const fails = invalid && !overridable && (value === '' || !isImage || stage.reachable);
  return {
    span: references[0]!.span,
    message: elsewhere ? 'inStage' : near ? 'near' : 'undeclared',
    values: { name, near: near ?? '' },
    severity: fails ? 'error' : 'warning',
    also: [
      'buildkit/UndefinedArgInFrom',
      ...(invalid && isImage ? (['buildkit/InvalidDefaultArgInFrom'] as const) : []),
    ],
    related: elsewhere ? [{ span: elsewhere.span, message: 'declared' }] : [],
    fixes: near && !elsewhere ? [rename(references, near)] : [],
  };
}

function rename(references: readonly VariableReference[], near: string): Fix {
  return {
    title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
    values: { near },
    kind: 'choice',
    edits: references.map(({ nameSpan }) => ({ span: nameSpan, text: near })),
  };
}
