import type { Span } from '../../core/span';
import type { Command } from '../../shell/script';
import type { Cmd, Dockerfile, Entrypoint, Expose, Instruction, Word } from '../model';
import type { Scope } from '../scope';

// What ports a file names: those of EXPOSE, and those its program is told to listen on.

export interface ExposedPort {
  readonly by: Expose;
  readonly word: Word;
  readonly from: number;
  readonly to: number;
  readonly protocol: string;
}

/** The ports of EXPOSE instructions; undefined where a variable hides one. */
export function exposedBy(
  { states }: Pick<Dockerfile, 'states'>,
  instructions: readonly Instruction[],
): ExposedPort[] | undefined {
  const found: ExposedPort[] = [];
  for (const by of instructions)
    for (const word of by.keyword === 'EXPOSE' ? by.ports : []) {
      const { value, overridable } = states.get(by)!.scope.expand(word);
      const [, from, to = from, protocol = 'tcp'] = /^(\d+)(?:-(\d+))?(?:\/(\w+))?$/.exec(value ?? '') ?? [];
      if (from === undefined || overridable) return undefined;
      found.push({
        by: by as Expose,
        word,
        from: Number(from),
        to: Number(to),
        protocol: protocol.toLowerCase(),
      });
    }
  return found;
}

export interface StatedPort {
  readonly port: number;
  readonly span: Span;
}

/** Variables that tell a server where to listen, by the frameworks that read them. */
const VARIABLES: Readonly<Record<string, RegExp>> = {
  PORT: /^(\d+)$/,
  SERVER_PORT: /^(\d+)$/,
  FLASK_RUN_PORT: /^(\d+)$/,
  UVICORN_PORT: /^(\d+)$/,
  QUARKUS_HTTP_PORT: /^(\d+)$/,
  // https://learn.microsoft.com/aspnet/core/fundamentals/servers/kestrel/endpoints
  ASPNETCORE_URLS: /^https?:\/\/[^/:;]+:(\d+)\/?$/,
  ASPNETCORE_HTTP_PORTS: /^(\d+)$/,
};

/** The ports that the program of the final image is told to listen on. */
export function statedPorts(file: Dockerfile): StatedPort[] {
  const scope = file.finalStage?.state.scope;
  if (!scope) return [];
  const all = file.finalChain.flatMap(({ instructions }) => instructions);
  const programs = [
    all.findLast((one): one is Entrypoint => one.keyword === 'ENTRYPOINT'),
    all.findLast((one): one is Cmd => one.keyword === 'CMD'),
  ];
  const told = programs.flatMap((one) =>
    one?.script ? one.script.commands.flatMap((command) => portsOf(command, one, scope)) : [],
  );
  return [...told, ...fromVariables(scope)];
}

function fromVariables(scope: Scope): StatedPort[] {
  return Object.entries(VARIABLES).flatMap(([name, form]) => {
    const { value = '', overridable, by } = scope.get(name);
    const port = form.exec(value)?.[1];
    const pair = by?.keyword === 'ENV' ? by.pairs.findLast((one) => one.name.raw === name) : undefined;
    return port && pair && !overridable ? [{ port: Number(port), span: pair.span }] : [];
  });
}

/** `-p` is a port to these, and something else to others. */
const SHORT = /^(?:flask|rails|puma|rackup|thin|serve|http-server|next|daphne|vite|nuxt)$/;
const BINDING = /^(?:gunicorn|hypercorn|puma|php)$/;
const DEBUGGER = /^(?:dlv|debugpy|gdbserver)$/;
const LOCAL = /^(?:0\.0\.0\.0|::|\[::\]|localhost|127\..*|\*|)$/;

function portsOf({ tool, args, via }: Command, { part }: Cmd | Entrypoint, scope: Scope): StatedPort[] {
  // What a wrapper runs is listed by itself.
  const words = args.map((word) => ({ text: filledIn(word.value, scope), span: { part, ...word.range } }));
  const names = [tool, ...via.map((one) => one.tool), ...words.map(({ text }) => text.replace(/^.*\//s, ''))];
  const short = names.some((name) => SHORT.test(name));
  const binding = names.some((name) => BINDING.test(name));
  // Who names another host is a client of it; where a debugger listens is nobody's service.
  const hosts = words.flatMap(({ text }, i) => hostOf(text, words[i + 1]?.text));
  if (!hosts.every((host) => LOCAL.test(host)) || names.some((name) => DEBUGGER.test(name))) return [];
  return words.flatMap(({ text, span }, i) => {
    const before = words[i - 1]?.text ?? '';
    const port =
      /^(?:--(?:server\.)?port=|-D(?:server|quarkus\.http|micronaut\.server|http)\.port=)(\d{2,5})$/.exec(
        text,
      ) ??
      /^(?:--(?:bind|listen|addr|address)=)?(?:0\.0\.0\.0|\[::\]|\*|):(\d{2,5})$/.exec(text) ??
      (/^--(?:server\.)?port$/.test(before) || (short && before === '-p') || before === 'http.server'
        ? /^(\d{2,5})$/.exec(text)
        : null) ??
      (binding && /^(?:-b|--bind|-S)$/.test(before) ? /^(?:[\w.:/[\]*-]*:)?(\d{2,5})$/.exec(text) : null);
    return port ? [{ port: Number(port[1]), span }] : [];
  });
}

function hostOf(text: string, next = ''): readonly string[] {
  const [, given] = /^--host(?:name)?=(.*)$/s.exec(text) ?? [];
  if (given !== undefined) return [given];
  return /^(?:--host(?:name)?|-h|-H)$/.test(text) && !next.startsWith('-') ? [next] : [];
}

/** With the variables of the file, and with the defaults of `${name:-default}`. */
function filledIn(text: string, scope: Scope): string {
  return text.replace(/\$(?:(\w+)|\{(\w+)(?::?-([^}]*))?\})/g, (written, bare, braced, fallback) => {
    const { value, overridable } = scope.get(bare ?? braced);
    return (overridable ? undefined : value) ?? fallback ?? written;
  });
}
