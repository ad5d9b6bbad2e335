import { asInstruction, type Stage } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/zypper-dist-upgrade',
  severity: 'info',
  strict: 'warning',
  scope: 'section',
  what: { ko: '이미지 안에서 하는 `zypper dist-upgrade`', en: '`zypper dist-upgrade` inside an image' },
  why: {
    ko: '`zypper dist-upgrade`(`dup`)는 배포판 전체를 지금 저장소에 있는 것으로 갈아 끼운다. 버전을 내리기도 하고 패키지를 지우기도 한다. 그러면 이미지는 FROM에 적은 tag와 다른 것이 되고, 갈아 끼운 파일은 두 레이어에 겹쳐 들어간다. 새 배포판이 필요하면 그 tag의 이미지에서 시작하면 된다.',
    en: '`zypper dist-upgrade` (`dup`) exchanges the whole distribution for what the repositories hold at the moment; it downgrades and removes packages too. The image is then no longer what the tag in FROM says, and every exchanged file is in two layers. If you need the newer distribution, start from its image.',
  },
  how: {
    ko: '더 새로운 tag로 옮긴다. ex) `FROM opensuse/leap:16.0`. 보안 수정만 필요하면 `zypper --non-interactive patch`나 `update`면 된다. Tumbleweed는 늘 흘러가는 배포판이라 `dup`이 정식 업데이트 방법이고, 이 규칙도 말하지 않는다.',
    en: 'Move to a newer tag, ex) `FROM opensuse/leap:16.0`. For fixes alone `zypper --non-interactive patch` or `update` will do. Tumbleweed rolls on for ever, `dup` is its proper way to update, and this rule leaves it alone.',
  },
  messages: {
    upgrade: {
      ko: '`zypper {subcommand}`는 배포판 전체를 갈아 끼운다. 이미지에서는 더 새로운 tag에서 시작하는 편이 낫다.',
      en: '`zypper {subcommand}` exchanges the whole distribution; in an image, rather start from a newer tag.',
    },
  },
  concepts: ['concepts/package-manager', 'concepts/image-tag', 'dockerfile/FROM'],
  source: 'https://en.opensuse.org/SDB:System_upgrade',
  also: ['hadolint/DL3035'],
  examples: [
    {
      bad: 'FROM opensuse/leap:15.6\nRUN zypper --non-interactive «dist-upgrade» && zypper clean --all\n',
      good: 'FROM opensuse/leap:16.0\nRUN zypper --non-interactive patch && zypper clean --all\n',
    },
  ],
  allows: [
    'FROM opensuse/leap:16.0\nRUN zypper --non-interactive update && zypper clean --all\n',
    'FROM opensuse/tumbleweed\nRUN zypper --non-interactive dup && zypper clean --all\n',
    'FROM opensuse/leap:16.0\nRUN zypper --non-interactive dup --from packman && zypper clean --all\n',
  ],
  *check(stage) {
    if (rolls(stage)) return;
    for (const instruction of stage.instructions) {
      const run = asInstruction(instruction, 'RUN');
      for (const command of run?.script?.find('zypper', 'dist-upgrade') ?? []) {
        // From one repository only: that changes its packages' vendor.
        if (command.has('--from', '--repo')) continue;
        const { range, words } = command.subcommand!;
        yield { span: { part: run!.part, ...range }, values: { subcommand: words[0]!.value } };
      }
    }
  },
});

/** Whether its distribution has no releases to move to; what an unknown image holds is not known. */
function rolls(stage: Stage): boolean {
  const { base } = stage.inheritsFrom.at(-1) ?? stage;
  return base.kind !== 'image' || /tumbleweed|microos/i.test(base.reference.text);
}
