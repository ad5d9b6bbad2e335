import { problemsIn } from '../facts/rejected';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/empty-name',
  severity: 'error',
  scope: 'part',
  what: { ko: '이름 없는 값', en: 'A value without a name' },
  why: {
    ko: 'ENV, LABEL, ARG에서 `=` 앞은 이름이다. 이름이 비어 있으면 BuildKit은 "names can not be blank"라며 멈춘다. `=` 앞뒤에 공백을 두었을 때도 이렇게 읽힌다.',
    en: 'What stands before the `=` in ENV, LABEL and ARG is a name. BuildKit stops at an empty one: "names can not be blank". A blank before the `=` reads like that too.',
  },
  how: { ko: '`이름=값`을 공백 없이 적는다.', en: 'Write `name=value` without blanks around the `=`.' },
  messages: {
    empty: { ko: '{keyword}의 `=` 앞에 이름이 없다.', en: '{keyword} has no name before this `=`.' },
  },
  concepts: ['dockerfile/ENV', 'dockerfile/ARG', 'dockerfile/LABEL'],
  source: 'https://docs.docker.com/reference/dockerfile/#env',
  also: [],
  examples: [
    { bad: 'FROM debian:13\nENV «=8080»\n', good: 'FROM debian:13\nENV PORT=8080\n' },
    { bad: 'FROM debian:13\nARG VERSION «=1»\n', good: 'FROM debian:13\nARG VERSION=1\n' },
  ],
  allows: ['FROM a\nENV a=\nARG b=\n'],
  *check(unit) {
    for (const { instruction, problem, lowered } of problemsIn(unit, 'name-empty'))
      yield { span: problem.span, values: { keyword: instruction.keyword }, ...lowered };
  },
});
