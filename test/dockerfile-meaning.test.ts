import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readMarks } from '../server/src/core/marked';
import { renderMessage } from '../server/src/core/text';
import { dockerfile } from '../server/src/dockerfile/language';
import { Bench } from './samples';

function ask(text: string, offset: number) {
  const bench = new Bench(dockerfile, text);
  const at = bench.engine.at(bench.uri, offset)!;
  const { kubernetesVersion } = bench.config;
  const around = { facts: at.facts, kubernetesVersion };
  return { bench, found: dockerfile.meaning?.(at.model as never, at.part.id, at.offset, around) };
}

/** The «marked» words stand for the same, whichever of them is asked about; the first is where it is given. */
const ROWS: readonly (readonly [name: string, marked: string, next: string])[] = [
  [
    'a stage that files are taken from',
    'FROM a:1 AS «build»\nFROM b:1\nCOPY --from=«build» /x /x\n',
    'tools',
  ],
  ['one that is built on', 'FROM a:1 AS «base»\nFROM «base» AS x\nFROM «base»\n', 'ground'],
  ['one that is mounted', 'FROM a:1 AS «b»\nFROM c:1\nRUN --mount=type=bind,from=«b»,target=/x make\n', 'c1'],
  ['an ARG in what BuildKit expands', 'FROM a:1\nARG «V»=1\nLABEL v=$«V» w=${«V»:-2}\n', 'VERSION'],
  ['an ARG in a shell', 'FROM a:1\nARG «V»=1\nRUN echo $«V» "${«V»}" && x\n', 'VERSION'],
  [
    'an ARG before FROM, declared again',
    'ARG «TAG»=1\nFROM a:${«TAG»}\nARG «TAG»\nRUN echo $«TAG»\nFROM b:1\nARG «TAG»=2\nRUN echo $«TAG»\n',
    'IMAGE_TAG',
  ],
  ['an ARG that an ENV of its name hides', 'FROM a:1\nARG «V»\nENV V=$«V»\nRUN echo $V\n', 'W'],
  ['the ENV that hides it', 'FROM a:1\nARG V\nENV «V»=$V\nRUN echo $«V»\nCMD echo $«V»\n', 'W'],
  ['an ENV in a stage on top', 'FROM a:1 AS b\nENV «X»=1\nFROM b\nENV «X»=2\nWORKDIR /$«X»\n', 'Y'],
  ['an ENV in a heredoc', 'FROM a:1\nENV «X»=1\nRUN <<EOF\necho $«X»\nEOF\n', 'Y'],
  ['an ENV over continued lines', 'FROM a:1\nENV A=1 \\\n    «X»=2\nEXPOSE $«X»\n', 'Y'],
  ['an ENV of another stage', 'FROM a:1\nENV X=1\nRUN echo $X\nFROM b:1\nENV «X»=1\nRUN echo $«X»\n', 'Y'],
  ['a name the shell sets itself', 'FROM a:1\nARG «X»=1\nRUN X=2; echo $X\nRUN echo $«X»\n', 'Y'],
];

describe('what a word of a Dockerfile stands for', () => {
  for (const [name, marked, next] of ROWS)
    it(name, () => {
      const { text, ranges } = readMarks(marked);
      for (const { start, end } of ranges) {
        const { bench, found } = ask(text, Math.ceil((start + end) / 2));
        assert.ok(found, marked);
        const spans = [...found.definitions, ...found.uses].map((span) => bench.engine.locate(span)!.start);
        assert.deepEqual(
          spans.toSorted((a, b) => a - b),
          ranges.map((one) => one.start),
        );
        const renaming = found.rename?.(next);
        assert.ok(renaming && 'edits' in renaming, JSON.stringify(renaming));
        const after = bench.fixed({ title: { ko: '', en: '' }, kind: 'choice', edits: renaming.edits });
        assert.equal(after[bench.uri], marked.replace(/«[^»]*»/g, next));
      }
    });

  const at = (marked: string) => ask(marked.replace('|', ''), marked.indexOf('|'));
  it('a stage by its number leads to its FROM, and keeps the number', () => {
    const { bench, found } = at('FROM a:1 AS build\nFROM b:1\nCOPY --from=|0 /x /x\n');
    assert.deepEqual(
      found?.definitions.map((span) => bench.engine.locate(span)!.start),
      [12],
    );
    assert.equal(found?.rename, undefined);
    assert.equal(at('FROM a:1\nFROM b:1\nCOPY --from=|0 /x /x\n').found?.definitions.length, 1);
  });
  it('names of the builder have places, but no other name', () => {
    const { found } = at('FROM a:1\nARG |TARGETARCH\nRUN echo $TARGETARCH\n');
    assert.equal(found?.uses.length, 1);
    assert.equal(found?.rename, undefined);
  });
  for (const text of [
    'FROM |nginx:1\n',
    'FROM a:1\nRUN |make\n',
    'FROM a:1\nRUN echo $|HOME\n',
    '# |x\nFROM a:1\n',
  ])
    it(`${JSON.stringify(text)} means nothing elsewhere`, () => assert.equal(at(text).found, undefined));

  for (const [marked, name, why] of [
    ['FROM a:1 AS |b\nFROM c:1 AS d\n', 'D', /There is a stage/],
    ['FROM a:1 AS |b\n', '1b', /cannot name a stage/],
    ['FROM a:1\nARG |A=1\nENV B=2\n', 'B', /There is a variable/],
    ['FROM a:1\nARG |A=1\n', 'a-b', /cannot name a variable/],
    ['FROM a:1\nARG |A=1\n', 'PATH', /means something/],
    ['FROM a:1\nSHELL ["pwsh", "-c"]\nARG |A=1\nRUN echo $env:A\n', 'B', /not read/],
  ] as const)
    it(`refuses ${name} for ${JSON.stringify(marked)}`, () => {
      const answer = at(marked).found?.rename?.(name);
      assert.ok(answer && 'problem' in answer);
      for (const lang of ['ko', 'en'] as const)
        assert.doesNotMatch(
          renderMessage(answer.problem, lang, () => 'x'),
          /\{|undefined/,
        );
      assert.match(
        renderMessage(answer.problem, 'en', () => 'x'),
        why,
      );
    });
});
