import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDockerfile } from '../server/src/dockerfile/read';
import { stack } from '../server/src/dockerfile/stack';

const file = { uri: 'file:///Dockerfile' };
const read = (text: string) => readDockerfile(text, file);

/** Each stage from the bottom up: layers as `RUN`, settings as `(CMD)`. */
function drawn(text: string): string[] {
  return stack(read(text)).stages.map(({ name, role, base, steps }) =>
    [
      `${name} ${role}: ${base.kind}`,
      ...steps.map(({ sort, keyword }) => (sort === 'layer' ? keyword : `(${keyword})`)),
    ].join(' '),
  );
}

describe('what is stacked up', () => {
  const rows: readonly (readonly [name: string, text: string, ...stages: readonly string[]])[] = [
    ['one stage', 'FROM a:1\nRUN b\nENV c=1\nCMD d\n', 'stage 0 final: image RUN (ENV) (CMD)'],
    [
      'the working directory that is there already',
      'FROM a:1\nWORKDIR /\nWORKDIR /app\n',
      'stage 0 final: image (WORKDIR) WORKDIR',
    ],
    ['lower case', 'from a:1\nrun b\n', 'stage 0 final: image RUN'],
    [
      'stages that are built on, copied from and left alone',
      'FROM a:1 AS one\nFROM one AS two\nFROM b:1 AS three\nFROM scratch AS four\nFROM two\nCOPY --from=three /x /\n',
      'one part: image',
      'two part: stage',
      'three helper: image',
      'four unused: scratch',
      'stage 4 final: stage COPY',
    ],
    ['a base nobody knows', 'ARG A\nFROM $A\n', 'stage 0 final: unknown'],
    ['an instruction for another build', 'FROM a:1\nONBUILD RUN b\n', 'stage 0 final: image (ONBUILD)'],
    ['nothing', ''],
    ['no FROM', 'RUN a\n', 'stage 0 final: unknown RUN'],
  ];
  for (const [name, text, ...stages] of rows) it(name, () => assert.deepEqual(drawn(text), stages));

  it('copies go from a stage or an image to a step', () => {
    const text =
      'FROM a:1 AS one\nRUN x\nFROM b:1\nRUN y\nCOPY --from=one /x /\nCOPY --from=c:1 /y /\nRUN --mount=from=d:1,target=/z z\n';
    assert.deepEqual(stack(read(text)).copies, [
      { from: 0, stage: 1, step: 1 },
      { from: 'c:1', stage: 1, step: 2 },
      { from: 'd:1', stage: 1, step: 3 },
    ]);
  });
});

describe('what an edit takes out of the cache', () => {
  const BASE =
    'ARG V=1\nFROM a:$V AS build\nWORKDIR /app\nCOPY . .\nRUN make\nFROM b:1\nENV A=1\nRUN x\nCOPY --from=build /app /\nCMD ["y"]\n';
  const rows: readonly (readonly [
    name: string,
    from: string | RegExp,
    to: string,
    ...changed: readonly string[],
  ])[] = [
    ['nothing', 'zzz', ''],
    ['a comment, a line break', 'RUN make', '# c\nRUN \\\n make'],
    [
      'a layer, and those on it, and what takes files from it',
      'COPY . .',
      'COPY src .',
      'COPY src . here',
      'RUN make below',
      'COPY --from=build /app / below',
    ],
    ['a layer on top', 'RUN make', 'RUN make all', 'RUN make all here', 'COPY --from=build /app / below'],
    [
      'a setting others run with',
      'ENV A=1',
      'ENV A=2',
      'ENV A=2 here',
      'RUN x below',
      'COPY --from=build /app / below',
    ],
    ['a setting for the container alone', 'CMD ["y"]', 'CMD ["z"]', 'CMD ["z"] here'],
    ['such a setting, below', 'RUN x', 'LABEL a=b\nRUN x', 'LABEL a=b here'],
    ['a base', 'FROM b:1', 'FROM b:2', 'RUN x below', 'COPY --from=build /app / below'],
    [
      'a variable of a base',
      'ARG V=1',
      'ARG V=2',
      'WORKDIR /app below',
      'COPY . . below',
      'RUN make below',
      'COPY --from=build /app / below',
    ],
    ['a layer that is gone', 'RUN x\n', '', 'COPY --from=build /app / below'],
    ['a layer that is gone from the top', 'RUN make\n', '', 'COPY --from=build /app / below'],
    ['a stage that is new', /$/, 'FROM c:1\nRUN q\n', 'RUN q here'],
  ];
  for (const [name, from, to, ...changed] of rows)
    it(name, () => {
      const after = stack(read(BASE.replace(from, to)), read(BASE));
      const found = after.stages.flatMap(({ steps }) =>
        steps.flatMap((step) => (step.changed ? [`${step.keyword} ${step.text} ${step.changed}`] : [])),
      );
      assert.deepEqual(found, changed);
    });
  it('the lines of a heredoc', () => {
    const text = 'FROM a:1\nRUN <<EOF\nx\nEOF\n';
    const [one] = stack(read(text.replace('x', 'y')), read(text)).stages;
    assert.equal(one?.steps[0]?.changed, 'here');
  });
});
