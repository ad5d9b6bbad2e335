import type { Text } from '../core/text';

/** What can be wrong with a configuration, and what to do about it. */
export const WRONG = {
  key: {
    ko: '`{key}`{key|이라}는 설정은 없다. 쓸 수 있는 것: {known}',
    en: 'There is no setting `{key}`. Use one of: {known}',
  },
  keyNear: {
    ko: '`{key}`{key|이라}는 설정은 없다. `{near}`{near|을} 쓰려던 것일까?',
    en: 'There is no setting `{key}`. Did you mean `{near}`?',
  },
  rule: {
    ko: '`{name}`{name|이라}는 규칙은 없다. `container-tutor rules`가 모든 이름을 보여 준다',
    en: 'There is no rule `{name}`. `container-tutor rules` lists every name',
  },
  ruleNear: {
    ko: '`{name}`{name|이라}는 규칙은 없다. `{near}`{near|을} 쓰려던 것일까?',
    en: 'There is no rule `{name}`. Did you mean `{near}`?',
  },
  option: {
    ko: '`{rule}`에는 `{name}` 옵션이 없다. 쓸 수 있는 것: {known}',
    en: '`{rule}` has no option `{name}`. Use one of: {known}',
  },
  noOptions: {
    ko: '`{rule}`에는 옵션이 없다. 이 줄을 지운다',
    en: '`{rule}` has no options. Remove this line',
  },
  map: {
    ko: '`{key}` 아래에는 `이름: 값`을 한 줄에 하나씩 쓴다',
    en: '`{key}` holds one `name: value` per line',
  },
  top: {
    ko: '설정은 `이름: 값`을 한 줄에 하나씩 쓴다',
    en: 'A configuration holds one `name: value` per line',
  },
  list: {
    ko: '`{key}`에는 목록을 쓴다. 예: `- 값`을 한 줄에 하나씩',
    en: '`{key}` holds a list: one `- value` per line',
  },
  string: {
    ko: '`{key}`의 항목은 글자여야 한다. 따옴표로 감싼다',
    en: 'The items of `{key}` are words. Put this one in quotes',
  },
  word: {
    ko: '`{key}`에 쓸 수 있는 값: {known}',
    en: '`{key}` is one of: {known}',
  },
  version: {
    ko: "`{key}`에는 Kubernetes 버전을 쓴다. 예: '1.35'",
    en: "`{key}` is a Kubernetes version such as '1.35'",
  },
  number: {
    ko: '`{key}`에는 {minimum} 이상의 수를 쓴다',
    en: '`{key}` is a number, {minimum} or more',
  },
  yesNo: {
    ko: '`{key}`에는 true나 false를 쓴다',
    en: '`{key}` is true or false',
  },
  text: {
    ko: '`{key}`에는 글자를 쓴다',
    en: '`{key}` is a word',
  },
  missing: {
    ko: '여기에는 `{key}`가 있어야 한다',
    en: '`{key}` is missing here',
  },
  customCheck: {
    ko: '`customChecks`는 여기서 돌지 않는다. `{name}`{name|이} 찾던 것은 찾지 않는다',
    en: 'Custom checks do not run here: what `{name}` looks for is not found',
  },
  customParams: {
    ko: '여기의 값은 읽지 않는다. 같은 값을 `.container-tutor.yaml`의 `options`에 적는다',
    en: 'Parameters are not read from here. Write them under `options` in a `.container-tutor.yaml`',
  },
  yaml: {
    ko: 'YAML로 읽을 수 없다. 들여쓰기, 콜론, 따옴표를 확인한다',
    en: 'This is not readable as YAML. Check indentation, colons and quotes',
  },
  tab: {
    ko: 'YAML은 탭으로 들여 쓸 수 없다. 공백으로 바꾼다',
    en: 'YAML is not indented by tabs. Use spaces',
  },
  twice: {
    ko: '같은 설정이 두 번 있다. 하나만 남긴다',
    en: 'This setting is written twice. Keep one',
  },
} satisfies Record<string, Text>;
