import type { Text } from '../core/text';

/** What can be wrong with a lab.yaml besides its shape, and what to do about it. */
export const WRONG = {
  kind: {
    ko: '`{key}`{key|이라}는 것은 기대할 수 없다. 쓸 수 있는 것: {known}',
    en: 'Nothing called `{key}` can be expected. Use one of: {known}',
  },
  kindNear: {
    ko: '`{key}`{key|이라}는 것은 기대할 수 없다. `{near}`{near|을} 쓰려던 것일까?',
    en: 'Nothing called `{key}` can be expected. Did you mean `{near}`?',
  },
  oneKind: {
    ko: '항목 하나에는 기대하는 것 하나만 쓴다. 나머지는 다음 `- `에 쓴다',
    en: 'One item expects one thing. Write the others behind a `- ` of their own',
  },
  file: {
    ko: '`{name}`{name|은} 실습 폴더 안의 파일 이름이 아니다. 폴더 안에서의 경로를 쓴다. 예: `Dockerfile`',
    en: '`{name}` is no file of this folder. Write its path inside of the folder, such as `Dockerfile`',
  },
  empty: {
    ko: '`{key}`{key|이} 비어 있다. 하나는 적는다',
    en: '`{key}` is empty. Write at least one',
  },
} satisfies Record<string, Text>;
