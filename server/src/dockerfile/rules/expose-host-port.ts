import type { Finding } from '../../core/rule';
import { isMapped } from '../facts/port-text';
import { instructionsOf, stateBefore, type Word } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/expose-host-port',
  severity: 'warning',
  scope: 'section',
  what: { ko: 'host 주소나 포트가 든 EXPOSE', en: 'A host address or port in EXPOSE' },
  why: {
    ko: 'EXPOSE는 컨테이너 안의 프로그램이 쓰는 포트를 적어 두는 기록일 뿐, 포트를 열지 않는다. host의 주소와 포트는 이미지가 아니라 `docker run -p`가 정한다. 지금은 BuildKit이 앞부분을 읽고 버리지만, 앞으로는 오류로 만들겠다고 한다.',
    en: 'EXPOSE only notes which port the program in the container uses; it opens nothing. Address and port of the host are chosen by `docker run -p`, not by the image. BuildKit reads that part and drops it, for now: it is going to be an error.',
  },
  how: {
    ko: '컨테이너 쪽 포트만 적고, host 쪽은 실행할 때 정한다. ex) `EXPOSE 80` 그리고 `docker run -p 8080:80`',
    en: 'Write the container’s port only and choose the host’s when you run it, ex) `EXPOSE 80`, then `docker run -p 8080:80`.',
  },
  messages: {
    host: {
      ko: 'EXPOSE에는 컨테이너의 포트만 적는다. {host:은} 버려지고, 앞으로는 오류가 된다.',
      en: 'EXPOSE takes the port of the container only; {host} is dropped, and is going to be an error.',
    },
  },
  concepts: ['dockerfile/EXPOSE'],
  source: 'https://docs.docker.com/reference/build-checks/expose-invalid-format/',
  also: ['buildkit/ExposeInvalidFormat'],
  fix: 'safe',
  examples: [
    { bad: 'FROM nginx:1.29\nEXPOSE «8080»:80\n', good: 'FROM nginx:1.29\nEXPOSE 80\n' },
    { bad: 'FROM nginx:1.29\nEXPOSE «127.0.0.1:80»:80/tcp\n', good: 'FROM nginx:1.29\nEXPOSE 80/tcp\n' },
  ],
  allows: ['FROM nginx:1.29\nEXPOSE 80 443/tcp 8000-8010\n', 'FROM nginx:1.29\nEXPOSE ${PORT:-80}\n'],
  *check(stage) {
    for (const expose of instructionsOf(stage, 'EXPOSE'))
      for (const port of expose.ports) {
        const { value } = stateBefore(stage, expose).scope.expand(port);
        // What is no port at all is `invalid-port`.
        if (value !== undefined && /[^:].*:/.test(value) && value.split(/\s+/).every(isMapped))
          yield findingAt(port, value);
      }
  },
});

function findingAt({ span, raw }: Word, value: string): Finding {
  const host = value.slice(0, value.lastIndexOf(':'));
  // What a variable expands to has no place of its own.
  if (raw !== value || span.end - span.start !== raw.length) return { span, values: { host } };
  const end = span.start + host.length;
  return {
    span: { ...span, end },
    values: { host },
    fixes: [
      {
        title: { ko: '컨테이너의 포트만 남기기', en: 'Keep the port of the container only' },
        kind: 'safe',
        edits: [{ span: { ...span, end: end + 1 }, text: '' }],
      },
    ],
  };
}
