import { readIgnore } from '../../core/directive';
import { readHadolint } from '../pragma';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/inline-ignore',
  severity: 'off',
  scope: 'part',
  what: { ko: '파일 안에서 규칙을 끄는 주석', en: 'A comment that silences rules in the file' },
  why: {
    ko: '팀이 정한 규칙을 파일마다 주석으로 꺼 버리면, 무엇이 왜 꺼져 있는지 한눈에 보이지 않는다. 예외를 설정 파일 한 곳에만 두기로 한 팀이 켜는 규칙이고, 기본으로는 꺼져 있다. 한 줄만 예외로 두고 이유를 바로 옆에 적을 수 있다는 점은 주석 쪽이 낫다.',
    en: 'When every file may silence the rules of the team, nobody sees at a glance what is silent and why. Teams that keep exceptions in one configuration file switch this rule on; it is off by default. In favour of comments: they hold for one line only, with the reason right beside it.',
  },
  how: {
    ko: '주석을 지우고, 꼭 필요한 예외는 `.container-tutor.yaml`이나 `.hadolint.yaml`에 적는다.',
    en: 'Delete the comment, and write the exception into `.container-tutor.yaml` or `.hadolint.yaml` if it must be.',
  },
  messages: {
    inline: {
      ko: '규칙을 파일 안에서 끄고 있다. 예외는 설정 파일에 둔다.',
      en: 'This silences rules within the file; exceptions belong in the configuration.',
    },
  },
  concepts: ['concepts/suppression'],
  source: 'https://github.com/hadolint/hadolint/wiki/DL1001',
  also: ['hadolint/DL1001'],
  examples: [
    {
      bad: 'FROM nginx:1.29\n«# hadolint ignore=DL3025»\nCMD nginx\n',
      good: 'FROM nginx:1.29\nCMD nginx\n',
    },
    {
      bad: '«# container-tutor ignore-file=shell-form-command»\nFROM nginx:1.29\nCMD nginx\n',
      good: 'FROM nginx:1.29\nCMD nginx\n',
    },
  ],
  allows: [
    '# hadolint shell=powershell\nFROM nginx:1.29\nCMD ["nginx"]\n',
    '# hadolint ignore=nothing in particular\nFROM nginx:1.29\n',
    '# the web server\nFROM nginx:1.29\n',
  ],
  *check(part) {
    for (const { text, span } of 'comments' in part && !('keyword' in part) ? part.comments : [])
      if (readIgnore(text) || readHadolint(text)?.heard) yield { span };
  },
});
