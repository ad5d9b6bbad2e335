import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Folder } from '../../test/protocol/folder';
import { percentile } from './table';

/** How long linters take for a folder of Dockerfiles, from start to end of the process. */
export interface ManyTimes {
  readonly files: number;
  /** Milliseconds, the median of the runs; hadolint is left out where it is not on PATH nor in HADOLINT. */
  readonly ours: number;
  readonly hadolint?: number;
  /** Shares of our time, which add up to 1. */
  readonly shares: Readonly<Record<Step, number>>;
}

/** Each process has run once before it is measured. */
export function timeMany(files: number, runs: number): ManyTimes {
  const texts = Array.from({ length: files }, (_, i) => [`app-${i}/Dockerfile`, text(i)] as const);
  const folder = new Folder(Object.fromEntries(texts));
  const paths = texts.map(([name]) => path.join(folder.path, name));
  const hadolint = process.env['HADOLINT'] ?? 'hadolint';
  const theirs = median(runs, hadolint, ['--no-fail', '--config', '/dev/null', ...paths]);
  return {
    files,
    ours: median(runs, process.execPath, ['dist/cli.js', 'lint', folder.path])!,
    ...(theirs !== undefined && { hadolint: theirs }),
    shares: sharesOf(folder.path),
  };
}

function median(runs: number, command: string, args: readonly string[]): number | undefined {
  const times: number[] = [];
  for (let i = 0; i <= runs; i++) {
    const started = performance.now();
    const { error } = spawnSync(command, args, { stdio: 'ignore' });
    if (error) return undefined;
    if (i > 0) times.push(performance.now() - started);
  }
  return percentile(times, 0.5);
}

/**
 * The functions below which a step runs. `disk` finds and loads files, `read` makes models of them, `rules` checks
 * those and reads the shell where a rule asks for it; configuration and printing are the `rest`.
 */
const STEPS = { disk: 'readInputs', read: 'set', rules: 'diagnose', rest: 'lint' } as const;
const OUTSIDE = { waiting: '(idle)', garbage: '(garbage collector)' } as const;
type Step = 'start' | keyof typeof STEPS | keyof typeof OUTSIDE;

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Where our time goes, from one run with the profiler. */
function sharesOf(folder: string): ManyTimes['shares'] {
  const out = new Folder({});
  const profiler = ['--cpu-prof', '--cpu-prof-dir', out.path];
  spawnSync(process.execPath, [...profiler, 'dist/cli.js', 'lint', folder], { stdio: 'ignore' });
  const [name] = readdirSync(out.path);
  const profile = JSON.parse(readFileSync(path.join(out.path, name!), 'utf8')) as Profile;
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const steps = new Map<number, Step>();
  const visit = (id: number, step: Step) => {
    const { callFrame, children = [] } = nodes.get(id)!;
    const own = stepOf(callFrame.functionName);
    // `lint` is around the other steps.
    const here = own && (step === 'start' || step === 'rest') ? own : step;
    steps.set(id, here);
    for (const child of children) visit(child, here);
  };
  visit(profile.nodes[0]!.id, 'start');
  const sums: Record<Step, number> = {
    start: 0,
    disk: 0,
    read: 0,
    rules: 0,
    rest: 0,
    waiting: 0,
    garbage: 0,
  };
  profile.samples.forEach((id, i) => {
    sums[steps.get(id)!] += profile.timeDeltas[i]!;
  });
  const all = Object.values(sums).reduce((sum, one) => sum + one, 0);
  for (const step of Object.keys(sums) as Step[]) sums[step] /= all;
  return sums;
}

function stepOf(name: string): Step | undefined {
  const found = Object.entries({ ...STEPS, ...OUTSIDE }).find(([, called]) => called === name);
  return found?.[0] as Step | undefined;
}

/** Like what people write, a fault here and there; without heredocs, at which hadolint stops reading. */
function text(i: number): string {
  const [base, build, run] = STACKS[i % STACKS.length]!;
  return `# syntax=docker/dockerfile:1
ARG VERSION=1.${i}
FROM ${base} AS build
WORKDIR /src
COPY package*.json pom.xml* go.* requirements*.txt ./
# What the build needs.
RUN apt-get update && apt-get install -y --no-install-recommends \\
      build-essential \\
      ca-certificates \\
      curl \\
 && rm -rf /var/lib/apt/lists/*
RUN --mount=type=cache,target=/root/.cache ${build}
COPY . .

FROM ${i % 3 === 0 ? 'debian' : 'debian:13-slim'}
LABEL org.opencontainers.image.title="app ${i}" \\
      org.opencontainers.image.version="$VERSION"
ENV APP_HOME=/srv/app \\
    PORT=${3000 + (i % 500)}
WORKDIR \${APP_HOME}
COPY --from=build /src ./
${i % 4 === 0 ? 'RUN apt-get update && apt-get install tini' : 'RUN useradd --system app && chown app /srv/app'}
EXPOSE \${PORT}
USER app
HEALTHCHECK --interval=30s CMD curl -fsS "http://localhost:$PORT/" | grep -q ok || exit 1
${i % 5 === 0 ? `CMD ${run}` : `CMD ${JSON.stringify(run.split(' '))}`}
`;
}

const STACKS = [
  ['node:24', 'npm ci && npm run build', 'node dist/main.js'],
  ['golang:1.27', 'go mod download && CGO_ENABLED=0 go build -o /src/app ./cmd/app', './app'],
  ['python:3.14', 'pip install -r requirements.txt', 'python -m app'],
  ['maven:3-eclipse-temurin-21', 'mvn -q -B package -DskipTests', 'java -jar app.jar'],
  ['rust:1.90', 'cargo fetch; cargo build --release', './target/release/app'],
] as const;
