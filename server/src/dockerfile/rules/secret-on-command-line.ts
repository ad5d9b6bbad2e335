import type { Finding } from '../../core/rule';
import { type Credential, credentialsOf } from '../facts/credentials';
import { isSecretName } from '../facts/secrets';
import { type ImageState, instructionsOf, mountOption, type Run, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/secret-on-command-line',
  severity: 'warning',
  scope: 'section',
  what: { ko: '명령에 적힌 비밀', en: 'A secret on a command line' },
  why: {
    ko: 'RUN의 글자는 그대로 이미지의 기록에 남아 `docker history --no-trunc`로 누구나 읽는다. ARG로 넘겨도 그 RUN이 받은 값이 기록에 적힌다. 그 명령이 만든 `.npmrc`나 `.git/config`에 비밀이 들어가면 레이어에도 남고, 뒤에서 지워도 앞 레이어에는 그대로 있다. 이미지를 올리면 비밀도 함께 올라간다.',
    en: 'The text of a RUN stays in the history of the image, where `docker history --no-trunc` shows it to anybody. Passing the value through ARG does not help: what the RUN was given is recorded too. If the command writes it to a file, ex) `.npmrc` or `.git/config`, it is in the layer as well, and deleting it later leaves it there.',
  },
  how: {
    ko: '`RUN --mount=type=secret,id=token,env=TOKEN curl -H "Authorization: Bearer $TOKEN" ...`로 쓰고, `docker build --secret id=token,env=TOKEN`으로 넘긴다. 그 RUN 동안에만 있고 레이어에도 기록에도 남지 않는다. 저장소를 받는 일이라면 `RUN --mount=type=ssh`도 된다. 이미 올린 비밀은 바꾼다.',
    en: 'Write `RUN --mount=type=secret,id=token,env=TOKEN curl -H "Authorization: Bearer $TOKEN" …` and build with `docker build --secret id=token,env=TOKEN`: it is there during that RUN only, in no layer and no history. To clone a repository there is `RUN --mount=type=ssh`, too. Replace a secret that was pushed already.',
  },
  messages: {
    literal: {
      ko: '`{tool}`에 비밀이 그대로 적혀 있다. 이미지의 기록에 남아 `docker history`로 누구나 읽는다.',
      en: 'A secret is written out for `{tool}`; it stays in the history of the image, where `docker history` shows it.',
    },
    variable: {
      ko: '`{tool}`에 비밀을 {keyword} {name:으로} 넘긴다. 그 값은 이미지의 기록에 남는다.',
      en: '`{tool}` gets a secret through the {keyword} {name}; its value stays in the history of the image.',
    },
    defined: { ko: '{name:은} 여기서 정한다', en: '{name} is defined here' },
  },
  concepts: ['dockerfile/RUN', 'dockerfile/ARG', 'concepts/layer'],
  source: 'https://docs.docker.com/build/building/secrets/',
  also: [],
  examples: [
    {
      bad: 'FROM alpine:3.23\nRUN apk add --no-cache curl && curl -fsSLO -u «deploy:hunter2» https://example.com/app.tgz\n',
      good: 'FROM alpine:3.23\nRUN --mount=type=secret,id=login,env=LOGIN apk add --no-cache curl && curl -fsSLO -u "$LOGIN" https://example.com/app.tgz\n',
    },
    {
      bad: 'FROM alpine/git:2.52.0\nARG GH_PAT\nRUN git clone «https://x-access-token:${GH_PAT}@github.com/owner/app.git»\n',
      good: 'FROM alpine/git:2.52.0\nRUN --mount=type=secret,id=pat,env=GH_PAT git clone https://x-access-token:${GH_PAT}@github.com/owner/app.git\n',
      message: 'variable',
    },
  ],
  allows: [
    'FROM node:24-slim\nRUN --mount=type=secret,id=npm echo "//registry.npmjs.org/:_authToken=$(cat /run/secrets/npm)" > .npmrc && npm ci && rm .npmrc\n',
    "FROM node:24-slim\nRUN echo '//registry.npmjs.org/:_authToken=${NPM_TOKEN}' > .npmrc\n",
    'FROM node:24-slim\nARG NPM_TOKEN\nRUN npm config set //registry.npmjs.org/:_authToken $NPM_TOKEN\n',
    'FROM alpine/git:2.52.0\nRUN git clone ssh://git@github.com/owner/app.git && git clone https://owner@github.com/owner/app.git\n',
    'FROM debian:13\nRUN curl -u "$(cat /run/secrets/login)" https://example.com && curl -H "Accept: application/json" https://example.com\n',
    'FROM docker:29\nRUN docker login -u ci --password-stdin < /run/secrets/docker\n',
  ],
  *check(stage) {
    // What a wrapper runs has the same words.
    for (const run of instructionsOf(stage, 'RUN'))
      for (const command of run.script?.commands ?? [])
        if (!run.script!.commands.some(({ via }) => via.includes(command)))
          for (const credential of credentialsOf(command)) {
            const found = exposure(credential, run, stateBefore(stage, run));
            if (found) yield { ...found, ...known(found, command.tool, stage.shipped) };
          }
  },
});

/** A value that only passes through a stage that is thrown away is not pushed with the image. */
function known({ message, values }: Finding, tool: string, shipped: boolean): Partial<Finding> {
  const lower = !shipped && message === 'variable' ? { severity: 'info' as const } : {};
  return { values: { ...values, tool: tool || 'RUN' }, ...lower };
}

/** Written out, or from an ARG or ENV; silent for what a mount, a file or another command gives. */
function exposure({ word, text }: Credential, run: Run, { scope }: ImageState): Finding | undefined {
  const span = { part: run.part, ...word.range };
  if (!/[$`]/.test(text)) return isPlaceholder(text) ? undefined : { span, message: 'literal', values: {} };
  // In single quotes a variable is only its name.
  if (word.literal || /\$\(|`/.test(text)) return undefined;
  const names = [...text.matchAll(/\$\{?(\w+)/g)].map((match) => match[1]!);
  for (const name of names) {
    const { by } = scope.get(name);
    // `secret-in-arg-or-env` has said it where the name tells.
    if (!by || isSecretName(name) || isGivenHere(name, run)) continue;
    const keyword = by.keyword;
    return {
      span,
      message: 'variable',
      values: { name, keyword },
      related: [{ span: by.keywordSpan, message: 'defined', values: { name } }],
    };
  }
  return undefined;
}

/** What the RUN sets itself: by a mount or an assignment. */
function isGivenHere(name: string, { mounts, script }: Run): boolean {
  return (
    mounts.some((mount) => mountOption(mount, 'env')?.value?.text === name) ||
    script!.commands.some(
      ({ assignments, args, tool }) =>
        assignments.some((one) => one.name === name) ||
        (/^(?:export|read|local|declare)$/.test(tool) &&
          args.some(({ value }) => value.split('=')[0] === name)),
    )
  );
}

/** What stands in for a secret, and the token GitHub's registry gives to everybody. */
function isPlaceholder(text: string): boolean {
  return /^(?:<.*>|\[.*\]|\{+.*\}+|x{3,}|\*+|\.{3}|…|your[-_ ]?.*|.*EXAMPLE(?:KEY)?|QQ==)$/i.test(text);
}
