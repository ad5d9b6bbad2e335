import { dispatchedAs } from '../facts/rejected';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/empty-volume',
  severity: 'error',
  scope: 'section',
  what: { ko: '빈 VOLUME 경로', en: 'An empty VOLUME path' },
  why: {
    ko: 'VOLUME은 컨테이너 안의 경로를 받는다. 빈 문자열이 들어 있으면 BuildKit은 "VOLUME specified can not be an empty string"이라며 멈춘다.',
    en: 'VOLUME takes paths inside the container. BuildKit stops at an empty one: "VOLUME specified can not be an empty string".',
  },
  how: { ko: '경로를 적거나, 빈 문자열을 지운다.', en: 'Write a path, or remove the empty text.' },
  messages: { empty: { ko: 'VOLUME의 경로가 비어 있다.', en: 'This path of VOLUME is empty.' } },
  concepts: ['dockerfile/VOLUME'],
  source: 'https://docs.docker.com/reference/dockerfile/#volume',
  also: [],
  examples: [{ bad: 'FROM debian:13\nVOLUME ["/data", «""»]\n', good: 'FROM debian:13\nVOLUME ["/data"]\n' }],
  allows: ['FROM a\nVOLUME /data /log\n'],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedAs(stage, 'VOLUME')) {
      const read = instruction.problems.filter(({ code }) => code === 'volume-empty');
      // The parser looks at what is written in every stage.
      for (const { span } of read) yield { span, ...(instruction.onbuild && lowered) };
      for (const word of read.length > 0 ? [] : instruction.words) {
        const { value, overridable } = state.scope.expand(word);
        if (value === '' && !overridable && !word.problem) yield { span: word.span, ...lowered };
      }
    }
  },
});
