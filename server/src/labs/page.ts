import type { NameIndex } from '../core/names';
import type { Look } from '../core/page';
import { type Lang, renderMessage, type Text } from '../core/text';
import { goalOf, TEXTS } from './check';
import type { LabFolder } from './folder';

/** The page beside the editor: the task, what is expected, what to read. */
export function renderLabPage({ lab }: LabFolder, names: NameIndex, look: Look): string {
  const { lang } = look;
  const goals = [...lab.expect.map((one) => goalOf(one, names)), { text: TEXTS.worse }];
  const concepts = lab.concepts.flatMap((id) => {
    const note = look.note(id);
    const url = note && look.link({ note: id });
    return note && url ? [`[${note.body[lang].title}](${url})`] : [];
  });
  return `${[
    `# ${lab.title[lang]}`,
    lab.task[lang].trim(),
    `## ${LABELS.goals[lang]}`,
    goals.map((goal) => `- ${renderMessage(goal, lang)}`).join('\n'),
    `## ${LABELS.how[lang]}`,
    how(lab.files, lang),
    concepts.length > 0 && `**${LABELS.read[lang]}** ${concepts.join(' · ')}`,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

function how(files: readonly string[], lang: Lang): string {
  const names = files.map((name) => `\`${name}\``).join(', ');
  return HOW[lang].replace('{names}', names);
}

const HOW: Text = {
  ko: '- 고칠 파일: {names}\n- 저장할 때마다 스스로 검사한다. 아무것도 실행하지 않는다\n- 막히면 실습 보기에서 힌트를 하나씩 꺼내 본다',
  en: '- Files to edit: {names}\n- It checks itself whenever you save. Nothing is run\n- When you are stuck, take one hint at a time from the Labs view',
};

const LABELS = {
  goals: { ko: '이러면 통과', en: 'Passed when' },
  how: { ko: '푸는 법', en: 'How it goes' },
  read: { ko: '읽을 것', en: 'To read' },
} satisfies Record<string, Text>;
