import type { Chapter } from './course';
import { LABELS } from './labels';
import { type Look, readOn } from './page';
import type { Text } from './text';

/** Every note in the order of the course, with what it answers. */
export function renderCoursePage(course: readonly Chapter[], look: Look): string {
  const { lang, note } = look;
  const entry = (id: string) => `- ${readOn(look, [id])}: ${note(id)?.body[lang].answer}`;
  return `${[
    `# ${TITLE[lang]}`,
    INTRODUCTION[lang],
    ...course.flatMap(({ title, notes, beyond }, i) => [
      `## ${i + 1}. ${title[lang]}`,
      notes.map(entry).join('\n'),
      notes.length > 0 && beyond.length > 0 && `### ${LABELS.beyond[lang]}`,
      beyond.map(entry).join('\n'),
    ]),
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

const TITLE: Text = { ko: '개념 목차', en: 'Concepts' };

const INTRODUCTION: Text = {
  ko: '컨테이너가 왜 필요한지부터 Kubernetes에 배포하기까지, 배우는 차례대로 적었다. 처음이라면 위에서부터 읽고, "한 걸음 더"는 나중에 봐도 된다.',
  en: 'From why there are containers to rolling them out on Kubernetes, in the order they are learned in. New to it? Read from the top; what is under "Going further" can wait.',
};
