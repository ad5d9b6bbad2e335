import { closest } from '../../core/closest';
import type { WrittenName } from '../../core/directive';
import { unknownName, unknownNames } from '../../core/directive-check';
import type { Finding, RuleNames } from '../../core/rule';
import type { Range, Span } from '../../core/span';
import { checkComments } from '../checks';
import { BUILD_CHECKS } from '../facts/build-checks';
import { commented, type TriviaComment } from '../model';
import { isHadolintName, readHadolint } from '../pragma';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/unknown-rule-name',
  severity: 'warning',
  scope: 'file',
  what: { ko: '없는 규칙을 끄는 주석', en: 'A comment that silences a rule nobody knows' },
  why: {
    ko: '규칙을 끄는 주석은 이름이 한 글자만 틀려도 아무것도 끄지 못한다. 오류가 나지 않으니 꺼진 줄 알고 지나가게 된다. hadolint는 더 엄격해서 이름 하나를 읽지 못하면 주석 전체를 무시하고, BuildKit은 대소문자까지 맞아야 알아듣는다.',
    en: 'A comment that silences a rule does nothing once the name is off by a letter, and nobody says so. hadolint is stricter: one word it cannot read as a name, and the whole comment counts for nothing. BuildKit wants the capitals right too.',
  },
  how: {
    ko: '이름을 고치거나 주석을 지운다. `container-tutor rules`가 모든 이름을 보여 준다. hadolint 주석에 이유를 쓸 때는 `#`을 하나 더 적는다. ex) `# hadolint ignore=DL3014 # 물어볼 것이 없다`',
    en: 'Correct the name, or delete the comment. `container-tutor rules` lists every name. A reason in a hadolint comment takes a `#` of its own, ex) `# hadolint ignore=DL3014 # it has nothing to ask`.',
  },
  messages: {
    unknown: {
      ko: '`{name}`{name|이라}는 규칙은 없다. 이 이름으로는 아무것도 꺼지지 않는다.',
      en: 'There is no rule `{name}`, so this name silences nothing.',
    },
    near: {
      ko: '`{name}`{name|이라}는 규칙은 없다. `{near}`{near|을} 쓰려던 것일까?',
      en: 'There is no rule `{name}`. Did you mean `{near}`?',
    },
    void: {
      ko: 'hadolint는 `{name}`{name|을} 규칙 이름으로 읽지 못해 이 주석 전체를 무시한다.',
      en: 'hadolint cannot read `{name}` as the name of a rule, and so the whole comment counts for nothing.',
    },
    reason: {
      ko: 'hadolint는 이 주석을 무시한다. 이름 뒤에 적는 이유는 `#`으로 시작해야 한다.',
      en: 'hadolint passes over this comment: a reason behind the names has to start with a `#`.',
    },
    check: {
      ko: 'BuildKit에 `{name}`{name|이라}는 검사는 없다. 대소문자도 구별한다.',
      en: 'BuildKit has no check `{name}`; capitals count.',
    },
    space: {
      ko: 'BuildKit은 첫 공백 뒤를 읽지 않는다. 쉼표 뒤에 공백을 두지 않는다.',
      en: 'BuildKit reads up to the first space: leave none behind the comma.',
    },
  },
  concepts: ['concepts/suppression'],
  source: 'https://docs.docker.com/reference/dockerfile/#check',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\n# container-tutor ignore=«apt-get-without-yess» -- installs nothing new\nRUN apt-get update && apt-get install -y nginx\n',
      good: 'FROM debian:13\n# container-tutor ignore=dockerfile/apt-get-without-yes -- installs nothing new\nRUN apt-get update && apt-get install -y nginx\n',
      message: 'near',
    },
    {
      bad: 'FROM nginx:1.29\n# hadolint ignore=«DL3025 for signals»\nCMD ["nginx"]\n',
      good: 'FROM nginx:1.29\n# hadolint ignore=DL3025 # for signals\nCMD ["nginx"]\n',
      message: 'reason',
    },
    {
      bad: '# check=skip=«jsonArgsRecommended»\nFROM nginx:1.29\nCMD ["nginx"]\n',
      good: '# check=skip=JSONArgsRecommended\nFROM nginx:1.29\nCMD ["nginx"]\n',
      message: 'check',
    },
  ],
  allows: [
    '# container-tutor ignore-file=DL3025,buildkit/JSONArgsRecommended,too-many-layers\nFROM nginx:1.29\n',
    'FROM nginx:1.29\n# hadolint ignore=DL3025,SC2086,DL3005 # as agreed\nRUN true\n',
    '# check=skip=JSONArgsRecommended,StageNameCasing;error=true\nFROM nginx:1.29\n',
    'FROM nginx:1.29\n# check=skip=JSONArgsRecommended // the shell is wanted\nCMD nginx\n',
    '# hadolint is not run here\nFROM nginx:1.29\n',
  ],
  *check(file, { names }) {
    for (const { trivia } of commented(file))
      for (const comment of trivia.trivia.comments) {
        const at = placeIn(comment, trivia.text);
        yield* unknownNames(comment.text, at, names);
        yield* unheard(comment, at, names);
      }
    for (const { comment, trivia, skip, experimental } of checkComments(file))
      for (const list of [skip, experimental])
        yield* unknownChecks(list, comment, placeIn(comment, trivia.text));
  },
});

/** Turns a range of a comment's text into a span. */
function placeIn({ span, text: comment }: TriviaComment, text: string): (range: Range) => Span {
  const from = text.indexOf(comment, span.start + 1);
  return ({ start, end }) => ({ ...span, start: from + start, end: from + end });
}

function* unheard({ text }: TriviaComment, at: (range: Range) => Span, names: RuleNames): Iterable<Finding> {
  for (const written of readHadolint(text)?.written ?? []) {
    const { name } = written;
    if (isHadolintName(name) ? names.knows(`hadolint/${name}`) : name === '') continue;
    const reason = /^((?:DL|SC)\d+)\s+(?=\S)/.exec(name);
    if (reason) yield withReason(at(written), reason[0].length);
    else {
      const code = /^(?:hadolint\/)?((?:DL|SC)\d+)$/i.exec(name)?.[1]?.toUpperCase();
      const near = code !== name && code && names.knows(`hadolint/${code}`) ? code : undefined;
      yield unknownName(at(written), name, near, isHadolintName(name) ? 'unknown' : 'void');
    }
  }
}

function withReason(span: Span, reason: number): Finding {
  const at = span.start + reason;
  return {
    span,
    message: 'reason',
    fixes: [
      {
        title: { ko: '이유 앞에 `#` 붙이기', en: 'Put a `#` before the reason' },
        kind: 'choice',
        edits: [{ span: { ...span, start: at, end: at }, text: '# ' }],
      },
    ],
  };
}

function* unknownChecks(
  list: readonly WrittenName[],
  { text }: TriviaComment,
  at: (range: Range) => Span,
): Iterable<Finding> {
  for (const [i, written] of list.entries()) {
    const { name, start, end } = written;
    const [space, next] = /^ +([A-Za-z]+)/.exec(text.slice(end)) ?? [];
    // `skip=A, B`: the second name is behind the space.
    if (name === '' && i > 0 && space && BUILD_CHECKS.has(next!))
      yield withoutSpace(at({ start, end: end + space.length }), next!);
    else if (name !== '' && !BUILD_CHECKS.has(name) && (name !== 'all' || list.length > 1))
      yield unknownName(at(written), name, closest(name, BUILD_CHECKS.keys()), 'check');
  }
}

function withoutSpace(span: Span, name: string): Finding {
  return {
    span,
    message: 'space',
    fixes: [
      {
        title: { ko: '공백 지우기', en: 'Remove the space' },
        kind: 'choice',
        edits: [{ span, text: name }],
      },
    ],
  };
}
