import type { Command } from '../../shell/script';
import { instructionsOf, type Run, type Stage } from '../model';
import { rule } from '../rule';

const TOOLS = ['wget', 'curl'];

export default rule({
  id: 'dockerfile/wget-and-curl',
  severity: 'hint',
  strict: 'warning',
  scope: 'section',
  what: { ko: 'wget과 curl을 둘 다 쓰기', en: 'Both wget and curl in one image' },
  why: {
    ko: '둘은 같은 일을 한다. 둘 다 쓰려면 둘 다 깔아야 하고, 그만큼 이미지가 커지고 보안 업데이트를 챙길 패키지도 는다. 베이스 이미지에 한쪽이 이미 들어 있는 때도 많다(Alpine에는 BusyBox의 wget이 있다).',
    en: 'They do the same job. To use both, both have to be installed: a larger image, and one more package with security updates to follow. Often the base image has one already, ex) Alpine has the wget of BusyBox.',
  },
  how: {
    ko: '하나로 맞춘다. ex) `wget -qO- URL`은 `curl -fsSL URL`이다. 파일 하나만 받는다면 `ADD --checksum=... URL 목적지`로 둘 다 없이 받을 수 있다.',
    en: 'Stay with one: `wget -qO- URL` is `curl -fsSL URL`. For a single file `ADD --checksum=… URL destination` needs neither.',
  },
  messages: {
    second: {
      ko: '이 이미지는 이미 {other:을} 쓰고 있다. {tool}까지 쓰면 같은 일을 하는 도구가 둘이 된다.',
      en: 'This image already uses {other}; with {tool} it needs two tools for the same job.',
    },
    first: { ko: '{other:은} 여기서 쓴다', en: '{other} is used here' },
  },
  concepts: ['dockerfile/RUN', 'concepts/package-manager', 'concepts/image'],
  source: 'https://docs.docker.com/build/building/best-practices/#dont-install-unnecessary-packages',
  also: ['hadolint/DL4001'],
  examples: [
    {
      bad: 'FROM buildpack-deps:trixie\nRUN wget -q https://example.com/a\nRUN «curl» -fsSLO https://example.com/b\n',
      good: 'FROM buildpack-deps:trixie\nRUN curl -fsSLO https://example.com/a\nRUN curl -fsSLO https://example.com/b\n',
    },
  ],
  allows: [
    'FROM debian:13\nRUN apt-get update && apt-get install -y wget curl\n',
    'FROM debian:13\nRUN wget -q https://example.com/a\nFROM debian:13\nRUN curl -O https://example.com/b\n',
    'FROM debian:13\nRUN wget -q https://example.com/a\nHEALTHCHECK CMD curl -f http://localhost\n',
  ],
  // Once for each chain of stages, where the second one comes in.
  *check(stage) {
    const below = [...stage.inheritsFrom].reverse().flatMap(usesIn);
    if (differs(below)) return;
    const uses = [...below, ...usesIn(stage)];
    const second = differs(uses);
    if (!second) return;
    const values = { tool: second.command.tool, other: uses[0]!.command.tool };
    const [one, other] = [second, uses[0]!].map(({ run, command }) => ({
      part: run.part,
      ...command.name!.range,
    }));
    yield { span: one!, values, related: [{ span: other!, message: 'first', values }] };
  },
});

interface Use {
  readonly run: Run;
  readonly command: Command;
}

/** A trigger belongs to another image. */
function usesIn(stage: Stage): Use[] {
  return instructionsOf(stage, 'RUN')
    .filter(({ onbuild }) => !onbuild)
    .flatMap((run) => (run.script?.find(TOOLS) ?? []).map((command) => ({ run, command })));
}

/** The first use of another tool than the first one's. */
function differs(uses: readonly Use[]): Use | undefined {
  return uses.find(({ command }) => command.tool !== uses[0]!.command.tool);
}
