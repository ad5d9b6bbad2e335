import type { Fix } from '../../core/rule';
import type { Command } from '../../shell/script';
import { keywordLike } from '../keyword-case';
import { instructionsOf, type Run } from '../model';
import { rule } from '../rule';

/** Replacing `/bin/sh` by these is meant for RUN and CMD, which SHELL can say. */
const SHELLS = ['bash', 'zsh', 'ksh', 'mksh', 'fish'];

export default rule({
  id: 'dockerfile/relinked-shell',
  severity: 'warning',
  scope: 'section',
  what: { ko: '`/bin/sh` 바꿔치기', en: 'Another shell in the place of `/bin/sh`' },
  why: {
    ko: '`/bin/sh`를 bash로 바꾸면 RUN만 달라지는 것이 아니다. 이미지 안의 모든 `#!/bin/sh` script와 패키지 설치 script가 배포판이 시험하지 않은 shell로 돈다. 패키지가 업데이트되면서 링크가 되돌아갈 수도 있다. RUN의 shell만 바꾸는 길은 따로 있다.',
    en: 'Making `/bin/sh` a bash changes more than RUN: every `#!/bin/sh` script of the image, those of packages included, now runs in a shell the distribution never tried. An update of the package may put the link back. To change the shell of RUN alone there is an instruction.',
  },
  how: {
    ko: '`SHELL ["/bin/bash", "-c"]`를 적는다. 그 아래 RUN과 shell 형식의 CMD, ENTRYPOINT가 bash로 실행된다.',
    en: 'Write `SHELL ["/bin/bash", "-c"]`: RUN and the shell forms of CMD and ENTRYPOINT below it use bash.',
  },
  messages: {
    linked: {
      ko: '`{path}`{path|을} {shell:으로} 바꾼다. RUN의 shell은 SHELL 명령으로 고른다.',
      en: 'This makes `{path}` a {shell}; the SHELL instruction chooses the shell of RUN.',
    },
  },
  concepts: ['dockerfile/SHELL', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/reference/dockerfile/#shell',
  also: ['hadolint/DL4005'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM ubuntu:26.04\nRUN rm /bin/sh && ln -s /bin/bash «/bin/sh»\nRUN source /etc/profile\n',
      good: 'FROM ubuntu:26.04\nSHELL ["/bin/bash", "-c"]\nRUN source /etc/profile\n',
    },
  ],
  allows: [
    'FROM ubuntu:26.04\nSHELL ["/bin/bash", "-c"]\nRUN source /etc/profile\n',
    'FROM alpine:3.23\nRUN ln -s /bin/sh /bin/bash\n',
    'FROM busybox:1.37\nRUN ln -s /bin/busybox /bin/sh\n',
    'FROM ubuntu:26.04\nRUN ln -s /bin/bash /rootfs/bin/sh\n',
  ],
  *check(stage) {
    for (const run of instructionsOf(stage, 'RUN'))
      for (const command of run.script?.find('ln') ?? []) {
        const [target, link] = command.operands;
        if (command.operands.length !== 2 || command.has('-t')) continue;
        const shell = target!.value.replace(/^.*\//, '');
        if (!/^\/(?:usr\/)?bin\/sh$/.test(link!.value) || !SHELLS.includes(shell)) continue;
        yield {
          span: { part: run.part, ...link!.range },
          values: { path: link!.value, shell },
          fixes:
            isAll(run, command) && run.comments.length === 0 ? [withShell(run, target!.value, shell)] : [],
        };
      }
  },
});

/** Nothing else is done but making room for the link. */
function isAll({ script, form, onbuild, flags }: Run, link: Command): boolean {
  const { commands } = script!;
  const room = (command: Command) =>
    command.is('rm', 'mv') && /^\/(?:usr\/)?bin\/sh$/.test(command.operands[0]?.value ?? '');
  const plain = form === 'shell' && !onbuild && flags.length === 0;
  return plain && commands.every((command) => command === link || room(command));
}

function withShell(run: Run, target: string, shell: string): Fix {
  const { part, partText, span } = run;
  const program = target.startsWith('/') ? target : `/bin/${shell}`;
  return {
    title: { ko: 'SHELL로 바꾸기', en: 'Change to SHELL' },
    kind: 'choice',
    edits: [
      {
        span: { part, start: span.start, end: partText.replace(/\r?\n$/, '').length },
        text: `${keywordLike(run, 'SHELL')} ["${program}", "-c"]`,
      },
    ],
  };
}
