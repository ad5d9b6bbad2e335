import { once } from '../../core/once';
import type { Finding, Fix } from '../../core/rule';
import type { Command, Pipeline, Script } from '../../shell/script';
import { distributionOf } from '../facts/distribution';
import { lineAbove } from '../lines-around';
import { type Dockerfile, instructionsOf, type Run, type Stage, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/pipe-hides-failure',
  severity: 'hint',
  strict: 'warning',
  scope: 'file',
  what: { ko: 'pipe 왼쪽에서 묻히는 실패', en: 'A failure on the left of a pipe' },
  why: {
    ko: 'shell은 pipe 전체의 성공을 마지막 명령 하나로 정한다. `curl ... | tar xz`에서 curl이 죽어도, 뒤의 명령이 빈 입력에 0으로 끝나면 RUN은 성공이다. 그러면 반쪽짜리 레이어가 캐시에 남고, 오류는 한참 뒤 엉뚱한 곳에서 난다. 다만 pipefail을 켜면 `head -1`처럼 일찍 끝내는 명령 앞에서 왼쪽이 SIGPIPE로 실패할 수도 있어, 누구에게나 답은 아니다.',
    en: 'A shell takes the success of a pipe from its last command alone. In `curl … | sh` curl may fail, the last command ends with 0 on empty input, and the RUN counts as done. Half a layer then stays in the cache and the error shows up much later, somewhere else. There is another side: with pipefail, a left command that the right one cuts off early, ex) `… | head -1`, may fail with SIGPIPE.',
  },
  how: {
    ko: '`SHELL ["/bin/bash", "-o", "pipefail", "-c"]`을 RUN 위에 적는다. Alpine에서는 `SHELL ["/bin/ash", "-o", "pipefail", "-c"]`이다. Debian의 `/bin/sh`(dash)에는 pipefail이 없어서 `set -o pipefail`도 bash에서만 된다. 또는 파일로 받은 다음 `&&`로 잇는다.',
    en: 'Put `SHELL ["/bin/bash", "-o", "pipefail", "-c"]` above the RUN; on Alpine it is `SHELL ["/bin/ash", "-o", "pipefail", "-c"]`. The `/bin/sh` of Debian (dash) has no pipefail, so `set -o pipefail` needs bash there. Or save to a file and go on with `&&`.',
  },
  messages: {
    lost: {
      ko: '`{tool}`{tool|이} 실패해도 이 RUN은 성공한다. pipe의 결과는 마지막 명령이 정하고, `pipefail`은 꺼져 있다.',
      en: 'If `{tool}` fails this RUN still succeeds: a pipe ends as its last command does, and `pipefail` is off.',
    },
  },
  concepts: ['dockerfile/SHELL', 'dockerfile/RUN'],
  source: 'https://docs.docker.com/build/building/best-practices/#using-pipes',
  also: ['hadolint/DL4006'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM debian:13\nWORKDIR /opt\n# the tool\nRUN «curl» -fsSL https://example.com/tool.tgz | tar -xz\n',
      good: 'FROM debian:13\nWORKDIR /opt\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\n# the tool\nRUN curl -fsSL https://example.com/tool.tgz | tar -xz\n',
    },
    {
      bad: 'FROM alpine:3.23\nRUN «wget» -qO- https://example.com/tool.tgz | tar -xz\n',
      good: 'FROM alpine:3.23\nSHELL ["/bin/ash", "-o", "pipefail", "-c"]\nRUN wget -qO- https://example.com/tool.tgz | tar -xz\n',
    },
    {
      bad: 'FROM debian:13\nSHELL ["/bin/bash", "-c"]\nRUN «curl» -fsSL https://example.com/tool.tgz | tar -xz\n',
      good: 'FROM debian:13\nSHELL ["/bin/bash", "-o", "pipefail", "-c"]\nRUN curl -fsSL https://example.com/tool.tgz | tar -xz\n',
    },
  ],
  allows: [
    'FROM debian:13\nSHELL ["/bin/bash", "-eo", "pipefail", "-c"]\nRUN curl -fsSL https://example.com/tool.tgz | tar -xz\n',
    'FROM alpine:3.23\nRUN set -eo pipefail; wget -qO- https://example.com/tool.tgz | tar -xz\n',
    'FROM debian:13\nRUN <<EOF\n#!/bin/bash\nset -o pipefail\ncurl -fsSL https://example.com/tool.tgz | tar -xz\nEOF\n',
    'FROM debian:13\nRUN echo "c0ffee  tool.tgz" | sha256sum -c -\n',
    'FROM debian:13\nRUN if dpkg -l | grep -q curl; then echo yes; fi\n',
    'FROM debian:13\nRUN echo $(ls | wc -l) || ls || true\n',
    '# escape=`\nFROM mcr.microsoft.com/windows/servercore:ltsc2025\nSHELL ["powershell", "-Command"]\nRUN Get-Item a | Remove-Item\n',
  ],
  *check(file) {
    for (const stage of file.stages)
      for (const { run, lost } of lossesIn(stage)) yield findingAt(lost, run, stage, file);
  },
});

/** The RUNs that go on after a failure, and what has failed. */
const lossesIn = once((stage: Stage) =>
  instructionsOf(stage, 'RUN').flatMap((run) => {
    const { script } = run;
    const lost = script?.pipelines.flatMap((pipeline) => lostIn(pipeline, script) ?? [])[0];
    return lost ? [{ run, lost }] : [];
  }),
);

/** What ends well whatever happens. */
const SURE: ReadonlySet<string> = new Set([':', 'echo', 'printf', 'true', 'yes']);

/** What changes the stream in the middle of a pipe; a grep that finds nothing is no failure there. */
const FILTERS: ReadonlySet<string> = new Set(
  'awk column cut egrep fgrep fold grep head nl rev sed sort tac tail tee tr uniq wc'.split(' '),
);

/** The first command whose failure nobody would notice, unless something else says that nobody cares. */
function lostIn(pipeline: Pipeline, script: Script): Command | undefined {
  const stages = script.commands.filter((command) => command.pipeline === pipeline);
  const [first] = stages;
  if (!first || pipeline.settings.has('pipefail') || isOnPurpose(stages, pipeline, script)) return undefined;
  const { inside, via } = first;
  return script.commands.find(
    (command) =>
      pipeline.range.start <= command.range.start &&
      command.range.end <= pipeline.range.end &&
      command.via.length === via.length &&
      !(command.pipeline === pipeline && command.stage === pipeline.length - 1) &&
      !command.inside
        .slice(inside.length)
        .some(({ kind, before }) => before === '|' || kind === 'substitution' || kind === 'process') &&
      !isSure(command, script),
  );
}

function isSure(command: Command, { commands }: Script): boolean {
  if (SURE.has(command.tool) || (command.stage > 0 && FILTERS.has(command.tool))) return true;
  if (command.is('cat') && command.args.length === 0) return true;
  const run = commands.filter(({ via }) => via.at(-1) === command);
  return run.length > 0 && run.every(({ tool }) => SURE.has(tool));
}

/** A pipe that is asked, whose end is thrown away, or that only gives the words of another command. */
function isOnPurpose(stages: readonly Command[], { range }: Pipeline, { commands }: Script): boolean {
  const [first] = stages;
  if (first!.within('condition', 'process') || stages.some(({ negated }) => negated)) return true;
  const next = commands.find(({ range: other }) => other.start >= range.end);
  if (stages.at(-1)!.after === '||' && next?.is('true', ':', 'echo')) return true;
  if (!first!.within('substitution')) return false;
  const around = commands
    .filter((one) => one.range.start < range.start && range.end <= one.range.end && !stages.includes(one))
    .at(-1);
  return around === undefined || around.name !== undefined;
}

function findingAt(lost: Command, run: Run, stage: Stage, file: Dockerfile): Finding {
  // What another shell reads is not SHELL's, and who sets it off again has reasons.
  const own = !run.onbuild && run.form !== 'json' && !run.interpreter && !lost.within('script');
  const off = run.script?.commands.some(({ settings }) => settings.has('pipefail'));
  const fix = own && !off ? fixFor(run, stage, file) : undefined;
  return {
    span: { part: run.part, ...(lost.name?.range ?? lost.range) },
    values: { tool: lost.tool || '( )' },
    ...(run.onbuild && { also: [] }),
    fixes: fix ? [fix] : [],
  };
}

/** A SHELL that knows pipefail, or pipefail for the one that is there. What else it reads changes with it. */
function fixFor(run: Run, stage: Stage, file: Dockerfile): Fix | undefined {
  const { shell, shellBy } = stateBefore(file, run);
  const kind = 'choice';
  if (shellBy) {
    const word = shellBy.command?.find(({ raw }) => raw === '-c');
    if (!word || !['bash', 'ash', 'zsh', 'ksh'].includes(shell.name)) return undefined;
    const title = { ko: 'SHELL에 pipefail 켜기', en: 'Switch pipefail on in SHELL' };
    const { span } = word;
    return { title, kind, edits: [{ span: { ...span, end: span.start }, text: '"-o", "pipefail", ' }] };
  }
  const distribution = distributionOf(stage);
  if (!distribution) return undefined;
  const program = distribution === 'alpine' ? 'ash' : 'bash';
  return {
    title: { ko: '여기서부터 pipefail을 켠 {program} 쓰기', en: 'Use {program} with pipefail from here on' },
    values: { program },
    kind,
    edits: [lineAbove(file, run, 'SHELL', `["/bin/${program}", "-o", "pipefail", "-c"]`)],
  };
}
