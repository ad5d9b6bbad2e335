import type { Fix } from '../../core/rule';
import { keywordLike } from '../keyword-case';
import { type Dockerfile, instructionsOf, type Maintainer } from '../model';
import { rule } from '../rule';

const KEY = 'org.opencontainers.image.authors';

export default rule({
  id: 'dockerfile/maintainer-deprecated',
  severity: 'warning',
  scope: 'file',
  what: { ko: 'deprecated된 MAINTAINER', en: 'The deprecated MAINTAINER' },
  why: {
    ko: 'MAINTAINER는 Author 필드 하나만 채우는 옛 instruction이고, Docker 1.13부터 deprecated다. label에 적으면 다른 정보와 함께 `docker inspect`로 보이고, registry와 도구도 그 이름을 안다.',
    en: 'MAINTAINER is an old instruction that fills one field, Author, deprecated since Docker 1.13. As a label, the name shows up in `docker inspect` beside the rest, under a key that registries and tools know.',
  },
  how: {
    ko: '`LABEL org.opencontainers.image.authors="..."`로 바꾼다. 값에 공백이 있으니 따옴표로 감싼다.',
    en: 'Replace it with `LABEL org.opencontainers.image.authors="..."`. The value has blanks, so quote it.',
  },
  messages: {
    deprecated: {
      ko: 'MAINTAINER는 deprecated다. `LABEL org.opencontainers.image.authors`를 쓴다.',
      en: 'MAINTAINER is deprecated; use `LABEL org.opencontainers.image.authors` instead.',
    },
  },
  concepts: ['concepts/maintainer-label', 'dockerfile/MAINTAINER', 'dockerfile/LABEL'],
  source: 'https://docs.docker.com/reference/build-checks/maintainer-deprecated/',
  also: ['hadolint/DL4000', 'buildkit/MaintainerDeprecated'],
  fix: 'safe',
  examples: [
    {
      bad: 'FROM debian:13\n«MAINTAINER» Foo Bar <foo@bar.com>\n',
      good: 'FROM debian:13\nLABEL org.opencontainers.image.authors="Foo Bar <foo@bar.com>"\n',
    },
    {
      bad: 'FROM debian:13\n«MAINTAINER» Foo "the $1 man" Bar\n',
      good: 'FROM debian:13\nLABEL org.opencontainers.image.authors="Foo \\"the \\$1 man\\" Bar"\n',
    },
  ],
  allows: ['FROM debian:13\nLABEL maintainer="Foo Bar"\n'],
  *check(file) {
    for (const where of [{ instructions: file.outside }, ...file.stages])
      for (const instruction of instructionsOf(where, 'MAINTAINER').filter(({ onbuild }) => !onbuild))
        yield {
          span: instruction.keywordSpan,
          // A comment between its lines has no place in a LABEL's value.
          fixes:
            instruction.name && instruction.comments.length === 0 && !isLabelled(file, instruction)
              ? [toLabel(instruction, file)]
              : [],
        };
  },
});

/** Whether the image has that label already, which a second one might overwrite. */
function isLabelled({ stages }: Dockerfile, maintainer: Maintainer): boolean {
  const own = stages.find(({ instructions }) => instructions.includes(maintainer));
  return stages.some(
    (stage) =>
      (!own || stage === own || own.inheritsFrom.includes(stage) || stage.inheritsFrom.includes(own)) &&
      instructionsOf(stage, 'LABEL').some(({ pairs }) => pairs.some(({ name }) => name.text === KEY)),
  );
}

function toLabel(instruction: Maintainer, { escape: escapeCharacter }: Dockerfile): Fix {
  const { part, keywordSpan, argumentsSpan, name } = instruction;
  const { raw } = name!;
  // MAINTAINER takes quotes as part of the name, which nobody means.
  const bare = /^"[^"]*"$|^'[^']*'$/.test(raw) ? raw.slice(1, -1) : raw;
  const special = ['"', '$', escapeCharacter];
  const value = [...bare].map((char) => (special.includes(char) ? escapeCharacter + char : char)).join('');
  return {
    title: { ko: 'LABEL로 바꾸기', en: 'Change to LABEL' },
    kind: 'safe',
    edits: [
      {
        span: { part, start: keywordSpan.start, end: argumentsSpan.end },
        text: `${keywordLike(instruction, 'LABEL')} ${KEY}="${value}"`,
      },
    ],
  };
}
