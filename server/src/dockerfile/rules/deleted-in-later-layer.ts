import { type AddedPath, addedBy, covers, isSmall, removedBy } from '../facts/added-paths';
import { suspectsIn } from '../facts/secret-files';
import { unpackingsIn } from '../facts/unpacking';
import type { Dockerfile, Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/deleted-in-later-layer',
  severity: 'info',
  scope: 'file',
  what: { ko: '뒤 레이어에서 지운 파일', en: 'Files deleted in a later layer' },
  why: {
    ko: '레이어는 한 번 만들어지면 바뀌지 않는다. 뒤의 RUN이 `rm`을 해도 "이 파일은 없는 것으로 한다"는 표시를 위에 얹을 뿐, 파일은 앞 레이어에 그대로 있다. 이미지는 조금도 작아지지 않고, 받는 쪽도 그 파일을 내려받는다. 그 파일이 비밀이라면 누구나 앞 레이어에서 꺼낼 수 있다.',
    en: 'A layer never changes once it is made. An `rm` in a later RUN only puts a mark on top that says "not there"; the file stays in the layer below. The image gets no smaller, everybody still downloads the file, and a secret can be taken out of the lower layer.',
  },
  how: {
    ko: '받는 일과 지우는 일을 한 RUN에서 한다. ex) `RUN curl -fsSLO URL && tar -xzf a.tgz && rm a.tgz`. COPY로 가져온 것이라면 `RUN --mount=type=bind`로 잠깐만 빌려 쓰거나, 앞 stage에서 처리하고 결과만 `COPY --from`으로 가져온다. 처음부터 필요 없는 파일이면 `.dockerignore`에 적는다.',
    en: 'Fetch and delete in one RUN, ex) `RUN curl -fsSLO URL && tar -xzf a.tgz && rm a.tgz`. What comes by COPY can be borrowed with `RUN --mount=type=bind`, or used in an earlier stage from which `COPY --from` takes the result. What is not needed at all belongs in `.dockerignore`.',
  },
  messages: {
    stays: {
      ko: '{path:을} 여기서 지워도 이미지는 작아지지 않는다. 앞의 {keyword:이} 만든 레이어에 그대로 남는다.',
      en: 'Deleting {path} here makes the image no smaller: it stays in the layer of the {keyword} above.',
    },
    added: { ko: '여기서 들어온다', en: 'It comes in here' },
  },
  concepts: ['concepts/layer', 'concepts/thin-layer', 'concepts/multi-stage-build', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/engine/storage/drivers/#images-and-layers',
  also: [],
  examples: [
    {
      bad: 'FROM debian:13\nCOPY app.deb /tmp/\nRUN dpkg --install /tmp/app.deb\nRUN rm «/tmp/app.deb»\n',
      good: 'FROM debian:13\nRUN --mount=type=bind,source=app.deb,target=/tmp/app.deb dpkg --install /tmp/app.deb\n',
    },
    {
      bad: 'FROM buildpack-deps:trixie\nWORKDIR /src\nRUN git clone https://example.com/tool.git\nRUN make -C tool install && rm -rf «tool»\n',
      good: 'FROM buildpack-deps:trixie\nWORKDIR /src\nRUN git clone https://example.com/tool.git && make -C tool install && rm -rf tool\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN curl -fsSLO https://example.com/a.tgz && tar -xzf a.tgz && rm a.tgz\n',
    'FROM debian:13 AS build\nCOPY src /src\nRUN make -C /src && rm -rf /src\nFROM debian:13\nCOPY --from=build /app /app\n',
    'FROM debian:13\nCOPY . /app\nRUN rm -rf /app/build/cache\n',
    'FROM debian:13\nRUN apt-get update && apt-get install -y git\nRUN rm -rf /var/lib/apt/lists/*\n',
    'FROM debian:13\nRUN --mount=type=cache,target=/dl curl -o /dl/a.tgz https://example.com/a.tgz\nRUN rm -rf /dl/a.tgz\n',
    'FROM debian:13\nCOPY app.tgz /tmp/\nRUN tar -xzf /tmp/app.tgz -C /opt\nRUN rm /tmp/app.tgz\n',
    'FROM debian:13\nCOPY id_rsa /tmp/\nRUN ssh -i /tmp/id_rsa example.com\nRUN rm /tmp/id_rsa\n',
    'FROM debian:13\nCOPY a b /opt/\nRUN if test -x /opt/a; then rm /opt/a; fi\n',
  ],
  *check(file) {
    const all = file.finalChain.flatMap(({ instructions }) => instructions);
    const last = all.findLastIndex((one) => one.keyword === 'RUN' && one.script?.find('rm').length);
    if (last < 0) return;
    const added: AddedPath[] = [];
    const told = toldElsewhere(file);
    for (const instruction of all.slice(0, last + 1)) {
      for (const removed of instruction.keyword === 'RUN' ? removedBy(instruction, file) : []) {
        const source = added.find(({ path }) => covers(removed.path, path));
        if (!source) continue;
        yield {
          span: { part: instruction.part, ...removed.word.range },
          values: { path: removed.word.value, keyword: source.by.keyword },
          related: [{ span: source.span, message: 'added' }],
          ...(isSmall(source.by) && { severity: 'hint' as const }),
        };
      }
      added.push(...addedBy(instruction, file, told));
    }
  },
});

/** `copy-then-unpack` tells of the archives, `secret-copied` of what may be a secret. */
function toldElsewhere(file: Dockerfile): ReadonlySet<Word> {
  const suspects = file.finalChain.flatMap(({ instructions, states }) =>
    instructions.flatMap((instruction) => suspectsIn(instruction, states.get(instruction)!)),
  );
  return new Set([...unpackingsIn(file), ...suspects].map(({ source }) => source));
}
