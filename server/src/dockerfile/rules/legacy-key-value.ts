import type { Fix } from '../../core/rule';
import type { Span } from '../../core/span';
import { asInstruction, type Env, type Label, type Pair } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/legacy-key-value',
  severity: 'hint',
  scope: 'part',
  what: { ko: '`=` 없는 옛 형식의 ENV와 LABEL', en: 'ENV or LABEL without `=`' },
  why: {
    ko: '`ENV 이름 값`은 deprecated된 옛 형식이다. 이름 뒤의 나머지가 통째로 값이 된다. 그래서 `ENV ONE TWO= THREE=world`는 변수 셋이 아니라 ONE 하나만 만든다. 줄을 이어 쓰면 들여쓴 공백까지 값에 들어간다.',
    en: '`ENV name value` is an old, deprecated form that takes all the rest as one value: `ENV ONE TWO= THREE=world` sets one variable, not three. Over several lines the indentation becomes part of the value.',
  },
  how: {
    ko: '`이름=값`으로 쓰고, 값에 공백이 있으면 따옴표로 감싼다. ex) `ENV JAVA_OPTS="-Xms1g -Xmx2g"`',
    en: 'Write `name=value`, with quotes where the value has blanks, ex) `ENV JAVA_OPTS="-Xms1g -Xmx2g"`.',
  },
  messages: {
    legacy: {
      ko: '`{keyword} {name} 값`은 옛 형식이다. `{keyword} {name}=값`으로 쓴다.',
      en: '`{keyword} {name} value` is the old form; write `{keyword} {name}=value`.',
    },
  },
  concepts: ['dockerfile/ENV', 'dockerfile/LABEL'],
  source: 'https://docs.docker.com/reference/build-checks/legacy-key-value-format/',
  also: ['buildkit/LegacyKeyValueFormat'],
  fix: 'safe',
  examples: [
    { bad: 'FROM debian:13\nENV «LANG» C.UTF-8\n', good: 'FROM debian:13\nENV LANG=C.UTF-8\n' },
    {
      bad: 'FROM debian:13\nLABEL «description» The web server\n',
      good: 'FROM debian:13\nLABEL description="The web server"\n',
    },
  ],
  allows: [
    'FROM debian:13\nENV LANG=C.UTF-8 A="b c"\n',
    'FROM debian:13\nLABEL a=b\n',
    'FROM debian:13\nENV LANG\n',
  ],
  *check(unit) {
    const instruction = asInstruction(unit, 'ENV') ?? asInstruction(unit, 'LABEL');
    const pair = instruction?.pairs[0];
    if (!instruction?.legacy || !pair) return;
    const fix = withEquals(instruction, pair);
    yield {
      span: pair.name.span,
      values: { keyword: instruction.keyword, name: pair.name.raw },
      fixes: fix ? [fix] : [],
    };
  },
});

/** Only where the value stays the same for certain: without quotes and escapes of its own, or quoted as a whole. */
function withEquals({ comments }: Env | Label, { name, value }: Pair): Fix | undefined {
  const { raw, span } = value;
  const bare = /^[^'"\\`]+$/.test(raw);
  if (comments.length > 0 || !(bare || /^"[^"'\\`]*"$|^'[^"'\\`]*'$/.test(raw))) return undefined;
  const quote = bare && /\s/.test(raw) ? '"' : '';
  const between: Span = { part: span.part, start: name.span.end, end: span.start };
  return {
    title: { ko: '`=`로 쓰기', en: 'Write it with `=`' },
    kind: 'safe',
    edits: [
      { span: between, text: `=${quote}` },
      ...(quote ? [{ span: { ...span, start: span.end }, text: quote }] : []),
    ],
  };
}
