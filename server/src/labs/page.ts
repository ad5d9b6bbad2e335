import { below } from '../core/address';
import type { Look } from '../core/page';
import { type Lang, type Message, renderMessage, type Text, type Where } from '../core/text';
import type { Result } from './check';
import type { LabFolder } from './folder';

/** The page beside the editor: the task, what holds and what does not yet, what to read. Why is for the view to say. */
export function renderLabPage({ lab, folder }: LabFolder, result: Result, look: Look): string {
  const { lang } = look;
  const where: Where = (span) => {
    const place = result.locate(span);
    return (place && below(folder, place.uri)) ?? '';
  };
  const say = (message: Message) => renderMessage(message, lang, where);
  const goals = result.checks.map(({ goal, miss }) => `- ${miss ? '○' : '✓'} ${say(goal)}`);
  const links = (ids: readonly string[]) =>
    ids
      .flatMap((id) => {
        const note = look.note(id);
        const url = note && look.link({ note: id });
        return note && url ? [`[${note.body[lang].title}](${url})`] : [];
      })
      .join(' · ');
  const concepts = links(lab.concepts);
  const next = links([lab.next]);
  return `${[
    `# ${lab.title[lang]}`,
    lab.task[lang].trim(),
    `## ${result.passed ? LABELS.passed[lang] : LABELS.goals[lang]}`,
    goals.join('\n'),
    ...(result.passed ? [lab.remark[lang].trim(), next && `**${LABELS.next[lang]}** ${next}`] : []),
    `## ${LABELS.how[lang]}`,
    how(lab.files, lang),
    concepts && `**${LABELS.read[lang]}** ${concepts}`,
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
  passed: { ko: '통과', en: 'Passed' },
  next: { ko: '다음:', en: 'Next:' },
  how: { ko: '푸는 법', en: 'How it goes' },
  read: { ko: '읽을 것:', en: 'To read:' },
} satisfies Record<string, Text>;
