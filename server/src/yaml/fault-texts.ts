import type { Text } from '../core/text';
import type { FaultCode } from './fault';

/** What a rule says of each fault of a YAML text, the most general first. */
export const FAULT_TEXTS = {
  unexpected: {
    ko: '이 자리에 올 수 없는 글자다. 글자 그대로의 값이라면 값 전체를 따옴표로 감싼다.',
    en: 'This cannot stand here. If it is meant as text, put the whole value in quotes.',
  },
  'tab-indentation': {
    ko: 'YAML에서 들여쓰기에 탭은 쓸 수 없다. 스페이스로 바꾼다.',
    en: 'YAML does not indent with tabs; use spaces.',
  },
  indentation: {
    ko: '들여쓰기가 위의 어느 층과도 맞지 않는다.',
    en: 'This indentation fits no level above it.',
  },
  'missing-colon': {
    ko: 'key 뒤에 `:`이 없다.',
    en: 'This key has no `:` behind it.',
  },
  'missing-space': {
    ko: '`:`이나 `-` 뒤에 한 칸을 띄운다.',
    en: 'Put a space behind the `:` or `-`.',
  },
  'missing-key': { ko: '`:` 앞에 key가 없다.', en: 'No key stands before this `:`.' },
  separator: {
    ko: '`---` 뒤에는 주석만 올 수 있다. 내용은 다음 줄에 쓴다.',
    en: 'Only a comment may follow `---`; what belongs to the document goes on the next line.',
  },
  'nested-mapping': {
    ko: '한 줄에 `key: value`가 두 번 나온다. 값이 글자라면 따옴표로 감싼다.',
    en: 'One line holds `key: value` twice. If the value is text, put it in quotes.',
  },
  'unclosed-quote': { ko: '따옴표가 닫히지 않았다.', en: 'This quote is never closed.' },
  'unclosed-bracket': { ko: '괄호가 닫히지 않았다.', en: 'This bracket is never closed.' },
  'missing-comma': {
    ko: '괄호 안의 두 값 사이에 `,`가 없다.',
    en: 'A `,` is missing between these two values.',
  },
  'reserved-character': {
    ko: '값이 이 글자로 시작하려면 따옴표가 필요하다.',
    en: 'A value that starts with this character needs quotes.',
  },
  escape: {
    ko: '큰따옴표 안에서 YAML이 모르는 이스케이프다. 작은따옴표를 쓰거나 `\\\\`로 적는다.',
    en: 'YAML knows no such escape in double quotes. Use single quotes, or write `\\\\`.',
  },
  'block-header': {
    ko: '`|`나 `>` 뒤에는 들여쓰기 숫자와 `+`, `-`만 올 수 있다.',
    en: 'Only an indentation digit, `+` or `-` may follow `|` or `>`.',
  },
  'unknown-anchor': {
    ko: '이 이름의 anchor(`&…`)가 문서에 없다.',
    en: 'The document has no anchor (`&…`) of this name.',
  },
  'alias-expansion': {
    ko: 'alias를 펼치면 너무 커진다.',
    en: 'Unfolding these aliases gives far too much.',
  },
  tag: { ko: '값이 tag와 맞지 않는다.', en: 'The value does not fit its tag.' },
  key: {
    ko: 'key는 글자여야 한다. map이나 list는 key가 될 수 없다.',
    en: 'A key must be a plain value; a map or list cannot be one.',
  },
  directive: {
    ko: '`%`로 시작하는 YAML directive는 읽지 못하는 도구가 많다.',
    en: 'Many tools cannot read YAML directives (`%…`).',
  },
  // Its own rule says this one.
  'duplicate-key': { ko: '같은 key가 이미 있다.', en: 'The key is there already.' },
} satisfies Record<FaultCode, Text>;
