import type { Finding } from '../../core/rule';
import type { Directive } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/invalid-check-directive',
  severity: 'error',
  scope: 'file',
  what: { ko: '읽을 수 없는 `# check=`', en: 'A `# check=` that cannot be read' },
  why: {
    ko: '`# check=`는 build check를 고르는 지시어다. `skip=`, `error=`, `experimental=`만 알고, `;`로 나눈다. `error`는 true나 false다. 다른 것이 있으면 BuildKit은 파일 전체를 "failed to parse check options"라고 하고 빌드하지 않는다. 값은 첫 빈칸에서 끝난다.',
    en: '`# check=` chooses build checks. It knows `skip=`, `error=` and `experimental=`, with `;` between them, and `error` is true or false. At anything else BuildKit refuses the whole file: "failed to parse check options". The value ends at the first blank.',
  },
  how: {
    ko: '`# check=skip=JSONArgsRecommended;error=true`처럼 적는다.',
    en: 'Write it like `# check=skip=JSONArgsRecommended;error=true`.',
  },
  messages: {
    option: {
      ko: '`{option}`{option|은} check 지시어가 모르는 것이다. `skip=`, `error=`, `experimental=`만 안다.',
      en: 'The check directive does not know `{option}`; it knows `skip=`, `error=` and `experimental=`.',
    },
    boolean: {
      ko: '`error`는 true나 false다. `{option}`{option|은} 안 된다.',
      en: '`error` is true or false, not `{option}`.',
    },
  },
  concepts: ['dockerfile/FROM'],
  source: 'https://docs.docker.com/reference/dockerfile/#check',
  also: [],
  examples: [
    {
      bad: '# check=«JSONArgsRecommended»\nFROM debian:13\n',
      good: '# check=skip=JSONArgsRecommended\nFROM debian:13\n',
    },
    {
      bad: '# check=skip=all;error=«yes»\nFROM debian:13\n',
      good: '# check=skip=all;error=true\nFROM debian:13\n',
      message: 'boolean',
    },
  ],
  allows: [
    '# check=skip=JSONArgsRecommended,StageNameCasing;error=true;experimental=all\nFROM a\n',
    '# check=error=1\nFROM a\n',
    'FROM a\n# check=skip\nRUN b\n',
  ],
  *check({ directives, directiveProblems }) {
    for (const directive of directives)
      if (
        directive.name === 'check' &&
        directiveProblems.every(({ span }) => span.start !== directive.span.start)
      )
        yield* findingsIn(directive);
  },
});

/** Source: ParseLintOptions in frontend/dockerfile/linter/linter.go. */
function* findingsIn({ value, valueSpan: { part, start } }: Directive): Generator<Finding> {
  const [text = ''] = value.split(/\s/);
  const [first = '', second, ...rest] = text.split(';');
  let at = start;
  for (const option of [first, second, rest.length > 0 ? rest.join(';') : undefined]) {
    if (option === undefined) return;
    const key = option.split('=')[0]!;
    const of = option.slice(key.length + 1);
    const end = at + option.length;
    if (key === option || !['skip', 'error', 'experimental'].includes(key))
      yield { span: { part, start: option === '' ? at - 1 : at, end }, values: { option: key || ';' } };
    else if (key === 'error' && !/^(?:[01tfTF]|true|false|TRUE|FALSE|True|False)$/.test(of))
      yield { span: { part, start: at + key.length + 1, end }, message: 'boolean', values: { option: of } };
    at = end + 1;
  }
}
