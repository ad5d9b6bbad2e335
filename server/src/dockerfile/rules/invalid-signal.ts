import { closest } from '../../core/closest';
import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { dispatchedAs } from '../facts/rejected';
import { isSignal, SIGNALS } from '../facts/signals';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-signal',
  severity: 'error',
  scope: 'section',
  what: { ko: '없는 신호', en: 'An unknown signal' },
  why: {
    ko: 'STOPSIGNAL은 `docker stop`이 컨테이너에 보낼 신호다. `SIGTERM`, `TERM`, `15`처럼 이름이나 번호로 적는다. Linux에 없는 이름이면 BuildKit은 "invalid signal"이라며 멈춘다. JSON 배열은 받지 않는다.',
    en: 'STOPSIGNAL is what `docker stop` sends to the container: a name or number such as `SIGTERM`, `TERM` or `15`. BuildKit stops at a name Linux does not have: "invalid signal". A JSON array is not taken.',
  },
  how: {
    ko: '신호의 이름을 고친다. ex) `STOPSIGNAL SIGQUIT`',
    en: 'Correct the name, ex) `STOPSIGNAL SIGQUIT`.',
  },
  messages: {
    near: {
      ko: '`{signal}`{signal|이라}는 신호는 없다. {near:을} 쓰려던 것인가?',
      en: 'There is no signal `{signal}`. Did you mean {near}?',
    },
    unknown: {
      ko: '`{signal}`{signal|이라}는 신호는 없다.',
      en: 'There is no signal `{signal}`.',
    },
  },
  concepts: ['dockerfile/STOPSIGNAL', 'concepts/process'],
  source: 'https://docs.docker.com/reference/dockerfile/#stopsignal',
  also: [],
  fix: 'choice',
  examples: [
    { bad: 'FROM nginx:1.29\nSTOPSIGNAL «SIGQIUT»\n', good: 'FROM nginx:1.29\nSTOPSIGNAL SIGQUIT\n' },
    {
      bad: 'FROM nginx:1.29\nSTOPSIGNAL «["SIGQUIT"]»\n',
      good: 'FROM nginx:1.29\nSTOPSIGNAL SIGQUIT\n',
    },
    {
      bad: 'FROM nginx:1.29\nSTOPSIGNAL «0»\n',
      good: 'FROM nginx:1.29\nSTOPSIGNAL 15\n',
      message: 'unknown',
    },
  ],
  allows: [
    'FROM a\nSTOPSIGNAL sigterm\n',
    'FROM a\nSTOPSIGNAL 9\nSTOPSIGNAL RTMIN+3\nSTOPSIGNAL "SIGINT"\n',
    'FROM a\nARG S\nSTOPSIGNAL $S\n',
  ],
  *check(stage) {
    for (const { instruction, state, lowered } of dispatchedAs(stage, 'STOPSIGNAL')) {
      if (!instruction.signal) continue;
      const { span } = instruction.signal;
      const { value: signal, overridable } = state.scope.expand(instruction.signal);
      if (signal === undefined || overridable || isSignal(signal)) continue;
      const name = closest(bare(signal), SIGNALS);
      const near = name && `SIG${name}`;
      yield {
        span,
        message: near ? 'near' : 'unknown',
        values: { signal, ...(near && { near }) },
        fixes: near ? [change(span, near)] : [],
        ...lowered,
      };
    }
  },
});

function bare(signal: string): string {
  return signal.toUpperCase().replace(/^\W*(?:SIG)?|\W+$/g, '');
}

function change(span: Span, near: string): Fix {
  return {
    title: { ko: '{near:으로} 바꾸기', en: 'Change to {near}' },
    values: { near },
    kind: 'choice',
    edits: [{ span, text: near }],
  };
}
