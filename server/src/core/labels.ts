import type { AnyRule } from './language';
import type { Text } from './text';

/** What hovers and pages call their parts. */
export const LABELS = {
  why: { ko: '왜?', en: 'Why' },
  how: { ko: '어떻게?', en: 'How' },
  wrong: { ko: '이렇게 쓰면', en: 'Wrong' },
  right: { ko: '이렇게 고친다', en: 'Right' },
  decline: { ko: '따르지 않아도 될 때', en: 'When not to follow it' },
  allows: { ko: '이런 파일에는 처음부터 말이 없다.', en: 'On these it is silent by itself.' },
  silence: {
    ko: '알고 그렇게 쓴 것이라면 이유와 함께 적어 둔다. 다음에 읽는 사람도 안다.',
    en: 'Where you mean what you wrote, say so with the reason: whoever reads it next will know, too.',
  },
  reason: { ko: '이유', en: 'the reason' },
  options: { ko: '설정', en: 'Options' },
  also: { ko: '다른 도구에서는', en: 'Elsewhere' },
  related: { ko: '함께 볼 것', en: 'Read on' },
  letters: { ko: '글자로 보기', en: 'The picture in letters' },
  rules: { ko: '관련 규칙', en: 'Rules about it' },
  sources: { ko: '출처', en: 'Sources' },
  source: { ko: '출처', en: 'Source' },
  official: { ko: '공식 문서', en: 'Official docs' },
  rulePage: { ko: '이 규칙 자세히', en: 'About this rule' },
  more: { ko: '더 보기', en: 'More' },
  question: { ko: '궁금한 점:', en: 'Wait:' },
  misconception: { ko: '흔한 오해:', en: 'Common misconception:' },
  beyond: { ko: '한 걸음 더', en: 'Going further' },
  previous: { ko: '이전', en: 'Previous' },
  next: { ko: '다음', en: 'Next' },
} satisfies Record<string, Text>;

export const SEVERITY: Readonly<Record<AnyRule['severity'], Text>> = {
  error: { ko: '오류', en: 'error' },
  warning: { ko: '경고', en: 'warning' },
  info: { ko: '제안', en: 'info' },
  hint: { ko: '힌트', en: 'hint' },
  off: { ko: '꺼짐', en: 'off' },
};
