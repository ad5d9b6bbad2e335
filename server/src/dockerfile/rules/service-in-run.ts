import type { Command, Script } from '../../shell/script';
import { instructionsOf } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/service-in-run',
  severity: 'warning',
  scope: 'section',
  what: { ko: 'RUN에서 띄운 서비스', en: 'A service started in a RUN' },
  why: {
    ko: 'RUN이 끝나면 그 안에서 띄운 프로세스는 모두 죽는다. 레이어에 남는 것은 파일뿐이다. 그래서 `RUN service nginx start`는 성공한 것처럼 보여도, 컨테이너를 켜면 nginx는 돌고 있지 않다. systemd도 없으니 `systemctl start`는 빌드에서 실패한다.',
    en: 'When a RUN ends, every process it started is gone; a layer keeps files only. So `RUN service nginx start` looks fine, and in the container no nginx is running. There is no systemd either: `systemctl start` fails during a build.',
  },
  how: {
    ko: '컨테이너가 켜질 때 띄울 것은 CMD에 적는다. ex) `CMD ["nginx", "-g", "daemon off;"]`. 데이터베이스를 준비하려고 잠깐 띄우는 것이라면 띄우고 쓰고 끄는 일을 한 RUN에서 한다.',
    en: 'What is to run in the container goes into CMD, ex) `CMD ["nginx", "-g", "daemon off;"]`. A database that is only up to be filled is started, used and stopped in one RUN.',
  },
  messages: {
    gone: {
      ko: '여기서 띄운 것은 RUN이 끝나면 죽는다. 컨테이너에서 돌릴 것은 CMD에 적는다.',
      en: 'What starts here ends with this RUN; what is to run in the container belongs in CMD.',
    },
    systemd: {
      ko: '빌드에는 systemd가 없어서 `{tool} {action}`{action|은} 실패한다. 컨테이너에서 돌릴 것은 CMD에 적는다.',
      en: 'There is no systemd during a build, so `{tool} {action}` fails; what is to run in the container belongs in CMD.',
    },
  },
  concepts: ['concepts/process', 'concepts/container', 'dockerfile/CMD', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/engine/containers/multi-service_container/',
  also: ['hadolint/DL3001'],
  examples: [
    {
      bad: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx && «service» nginx start\n',
      good: 'FROM debian:13\nRUN apt-get update && apt-get install -y nginx\nCMD ["nginx", "-g", "daemon off;"]\n',
    },
    {
      bad: 'FROM debian:13\nRUN «systemctl» start nginx\n',
      good: 'FROM debian:13\nCMD ["nginx", "-g", "daemon off;"]\n',
      message: 'systemd',
    },
    {
      bad: 'FROM debian:13\nRUN «/opt/server» --port 80 &\n',
      good: 'FROM debian:13\nCMD ["/opt/server", "--port", "80"]\n',
    },
  ],
  allows: [
    'FROM postgres:18\nRUN service postgresql start && psql -c "CREATE DATABASE app" && service postgresql stop\n',
    'FROM debian:13\nRUN server & sleep 5; curl -f localhost; kill $!\n',
    'FROM debian:13\nRUN systemctl enable nginx\n',
    'FROM debian:13\nRUN echo "service nginx start" > /start.sh\n',
    'FROM debian:13\nCOPY systemctl.py /usr/bin/systemctl\nRUN systemctl start nginx && nginx -t\n',
  ],
  *check(stage) {
    const replaced = stage.instructions.some(
      (one) => (one.keyword === 'COPY' || one.keyword === 'ADD') && /systemctl/.test(one.joined.text),
    );
    for (const run of instructionsOf(stage, 'RUN'))
      for (const command of run.script?.commands ?? []) {
        const found = startedBy(command, run.script!, replaced);
        if (!found) continue;
        yield {
          span: { part: run.part, ...command.name!.range },
          message: found,
          values: { tool: command.tool, action: command.args[0]?.value ?? '' },
          also: command.is('service') ? ['hadolint/DL3001'] : [],
        };
      }
  },
});

const STARTS = /^(?:start|restart)$/;

/** Only at the end of a RUN nothing can have used it any more. */
function startedBy(
  command: Command,
  { commands }: Script,
  replaced: boolean,
): 'gone' | 'systemd' | undefined {
  const { args, name, after, inside, tool } = command;
  if (!name || inside.some(({ kind }) => kind === 'function' || kind === 'substitution')) return undefined;
  const at = commands.indexOf(command);
  const last = commands.slice(at + 1).every(({ via }) => via.includes(command));
  if (tool === 'systemctl') {
    const starts = STARTS.test(args[0]?.value ?? '') && command.before !== '||' && after !== '||';
    return starts && !replaced && inside.length === 0 ? 'systemd' : undefined;
  }
  if (!last) return undefined;
  const service = tool === 'service' && STARTS.test(args[1]?.value ?? '');
  const script = name.value.startsWith('/etc/init.d/') && STARTS.test(args[0]?.value ?? '');
  return service || script || (after === '&' && inside.length === 0) ? 'gone' : undefined;
}
