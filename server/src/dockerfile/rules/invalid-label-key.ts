import type { Fix } from '../../core/rule';
import { labelsIn } from '../facts/labels';
import type { Word } from '../model';
import { rule } from '../rule';

const KEY = /^[a-z](?:[a-z0-9./_-]*[a-z0-9])?$/;
const TWICE = /\.\.|--/;
/** Kept for Docker's own labels, but for those it asks the authors of extensions to set. */
const RESERVED = /^(?:com\.docker|io\.docker|org\.dockerproject)\./i;
// https://docs.docker.com/extensions/extensions-sdk/extensions/labels/
const EXTENSION = /^com\.docker\.(?:desktop\.)?extension\./;

export default rule({
  id: 'dockerfile/invalid-label-key',
  severity: 'hint',
  scope: 'part',
  what: { ko: '관례에 어긋나는 label 이름', en: 'A label name against the conventions' },
  why: {
    ko: 'label 이름은 아무 글자나 받아들여지지만 대소문자를 가린다. 그래서 `Version`을 찾는 도구는 `version`을 보지 못한다. Docker는 소문자로 시작해 소문자, 숫자, `.`, `-`만 쓰고, 도메인을 거꾸로 적어 남의 이름과 겹치지 않게 하라고 한다. `com.docker.*`, `io.docker.*`, `org.dockerproject.*`는 Docker가 쓰려고 남겨 둔 이름이다.',
    en: 'A label’s name may hold any character, but case counts: a tool that looks for `Version` does not see `version`. Docker asks for names that start with a lower-case letter, hold lower-case letters, digits, `.` and `-` only, and begin with a domain of yours turned round, so that they never meet somebody else’s. `com.docker.*`, `io.docker.*` and `org.dockerproject.*` are kept for Docker.',
  },
  how: {
    ko: '이미 정해진 이름이 있으면 그것을 쓴다(`org.opencontainers.image.version`). 없으면 자기 도메인으로 짓는다. ex) `com.example.release-date`',
    en: 'Use a name that exists already where there is one (`org.opencontainers.image.version`), else one under your domain, ex) `com.example.release-date`.',
  },
  messages: {
    form: {
      ko: 'label 이름 `{key}`{key|은} 관례에 어긋난다. 소문자로 시작해 소문자, 숫자, 그 사이의 `.`과 `-`만 쓴다.',
      en: 'The label name `{key}` is against the conventions: a lower-case letter first, then lower-case letters and digits with single `.` and `-` between them.',
    },
    case: {
      ko: 'label 이름 `{key}`에 대문자가 있다. 대소문자가 다르면 다른 label이니 소문자로 쓴다.',
      en: 'The label name `{key}` has capitals. Names that differ in case are different labels, so lower case is the convention.',
    },
    reserved: {
      ko: '`{key}`{key|은} Docker가 쓰려고 남겨 둔 이름이다. 자기 도메인으로 시작하는 이름을 쓴다.',
      en: '`{key}` is in a namespace kept for Docker; start the name with a domain of yours.',
    },
  },
  concepts: ['dockerfile/LABEL', 'concepts/maintainer-label'],
  source: 'https://docs.docker.com/engine/manage-resources/labels/#key-format-recommendations',
  also: ['hadolint/DL3048'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nLABEL «Version»=1.2\n',
      good: 'FROM debian:13\nLABEL version=1.2\n',
      message: 'case',
    },
    {
      bad: 'FROM debian:13\nLABEL «com.example..release»=1.2\n',
      good: 'FROM debian:13\nLABEL com.example.release=1.2\n',
    },
    {
      bad: 'FROM debian:13\nLABEL «com.docker.release»=1.2\n',
      good: 'FROM debian:13\nLABEL com.example.release=1.2\n',
      message: 'reserved',
    },
  ],
  allows: [
    'FROM a\nLABEL org.opencontainers.image.ref.name=b io.k8s.display-name=c maintainer=d a1_b/c=e\n',
    'FROM a\nLABEL $KEY=b com.docker.desktop.extension.api.version=1\n',
  ],
  *check(unit) {
    for (const { name } of labelsIn(unit)) {
      const key = name.text;
      const lower = key.toLowerCase();
      const reserved = RESERVED.test(key) && !EXTENSION.test(key);
      if (isUsual(key) && !reserved) continue;
      const cased = isUsual(lower) && !reserved;
      yield {
        span: name.span,
        ...(reserved && { message: 'reserved' }),
        ...(cased && { message: 'case' }),
        values: { key },
        fixes: cased ? [lowered(name)] : [],
      };
    }
  },
});

function isUsual(key: string): boolean {
  return KEY.test(key) && !TWICE.test(key);
}

function lowered({ span, raw }: Word): Fix {
  return {
    title: { ko: '소문자로 바꾸기', en: 'Change to lower case' },
    kind: 'choice',
    edits: [{ span, text: raw.toLowerCase() }],
  };
}
