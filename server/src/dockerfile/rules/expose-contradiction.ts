import type { Fix } from '../../core/rule';
import { type ExposedPort, exposedBy, statedPorts } from '../facts/ports';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/expose-contradiction',
  severity: 'info',
  scope: 'file',
  what: {
    ko: '프로그램이 listen하지 않는 포트를 적은 EXPOSE',
    en: 'EXPOSE names a port the program does not listen on',
  },
  why: {
    ko: 'EXPOSE는 포트를 열지 않는다. 어느 포트를 listen하는지 적어 둔 메모일 뿐이다. 그 메모를 믿고 `docker run -P`는 EXPOSE의 포트를 연결하고, 사람과 proxy와 PaaS도 그 번호로 보낸다. 프로그램이 다른 포트를 listen하면 연결이 거부되는데, 로그에는 아무것도 남지 않는다.',
    en: 'EXPOSE opens nothing; it says which port the program listens on. `docker run -P` publishes that port, and people, proxies and platforms send requests there. If the program listens on another one, connections are refused and its log shows nothing.',
  },
  how: {
    ko: 'EXPOSE와 프로그램의 포트를 같게 적는다. `ENV PORT=8080`에 `EXPOSE $PORT`처럼 한 군데에만 적는 방법도 있다.',
    en: 'Write the same port in both places. Or write it once: `ENV PORT=8080`, then `EXPOSE $PORT`.',
  },
  messages: {
    other: {
      ko: 'EXPOSE는 {exposed:이라}고 하는데, 프로그램은 {stated:을} listen한다.',
      en: 'EXPOSE says {exposed}, but the program is told to listen on {stated}.',
    },
    stated: { ko: '여기서 {port:을} 정한다', en: 'It is told {port} here' },
  },
  concepts: ['dockerfile/EXPOSE'],
  source: 'https://docs.docker.com/reference/dockerfile/#expose',
  also: [],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM python:3.14-slim\nCOPY app.py /srv/\nEXPOSE «80»\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]\n',
      good: 'FROM python:3.14-slim\nCOPY app.py /srv/\nEXPOSE 8080\nCMD ["uvicorn", "app:app", "--host", "0.0.0.0", "--port", "8080"]\n',
    },
    {
      bad: 'FROM node:24-slim\nENV PORT=3000\nEXPOSE «8080»\nCMD ["node", "server.js"]\n',
      good: 'FROM node:24-slim\nENV PORT=3000\nEXPOSE 3000\nCMD ["node", "server.js"]\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nENV PORT=3000\nEXPOSE $PORT 9229\nCMD ["node", "server.js"]\n',
    'FROM python:3.14-slim\nEXPOSE 8000-8010\nCMD gunicorn -b 0.0.0.0:8001 app:app\n',
    'FROM python:3.14-slim\nEXPOSE 53/udp\nCMD ["server", "--port", "8080"]\n',
    'FROM debian:13\nEXPOSE 80\nCMD ["client", "--host", "db", "--port", "5432"]\n',
    'FROM debian:13\nEXPOSE 80\nCMD ["/srv/app", "--metrics-port", "9090", "-p", "1234"]\n',
    'FROM node:24-slim\nARG PORT=3000\nENV PORT=$PORT\nEXPOSE 8080\n',
  ],
  *check(file) {
    const instructions = file.finalChain.flatMap((stage) => stage.instructions);
    const exposed = exposedBy(file, instructions)?.filter(({ protocol }) => protocol === 'tcp') ?? [];
    const stated = statedPorts(file);
    const [first] = exposed;
    const fits = stated.some(({ port }) => exposed.some(({ from, to }) => from <= port && port <= to));
    if (!first || stated.length === 0 || fits) return;
    const ports = [...new Set(stated.map(({ port }) => port))];
    yield {
      span: first.word.span,
      values: { exposed: exposed.map(({ word }) => word.raw), stated: ports },
      related: stated.map(({ span, port }) => ({ span, message: 'stated', values: { port } })),
      fixes: exposed.length === 1 && ports.length === 1 ? [change(first, ports[0]!)] : [],
    };
  },
});

function change({ word: { span, raw } }: ExposedPort, port: number): Fix {
  const text = raw.endsWith('/tcp') ? `${port}/tcp` : String(port);
  return {
    title: { ko: '`EXPOSE {port}`{port|으로} 바꾸기', en: 'Change to `EXPOSE {port}`' },
    values: { port },
    kind: 'choice',
    edits: [{ span, text }],
  };
}
