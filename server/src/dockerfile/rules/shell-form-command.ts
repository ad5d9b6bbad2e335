import type { Fix } from '../../core/rule';
import { type Cmd, type Entrypoint, instructionsOf, stateBefore } from '../model';
import { rule } from '../rule';

export default rule({
  id: 'dockerfile/shell-form-command',
  severity: 'info',
  strict: 'warning',
  scope: 'section',
  what: { ko: 'shell 형식의 CMD와 ENTRYPOINT', en: 'CMD or ENTRYPOINT in shell form' },
  why: {
    ko: '`CMD npm start`처럼 쓰면 `/bin/sh -c`가 그 명령을 실행하고, PID 1은 프로그램이 아니라 shell이 될 수 있다. `docker stop`이 PID 1에 보낸 SIGTERM을 shell은 넘겨주지 않아서, 프로그램은 정리할 틈 없이 10초 뒤에 SIGKILL로 죽는다. shell 형식의 ENTRYPOINT는 CMD와 `docker run` 뒤의 인자도 받지 않는다.',
    en: 'In `CMD npm start` it is `/bin/sh -c` that runs, and PID 1 may be the shell instead of your program. `docker stop` sends SIGTERM to PID 1, the shell does not pass it on, and ten seconds later the program is killed without a chance to clean up. An ENTRYPOINT in shell form also takes no CMD and no arguments of `docker run`.',
  },
  how: {
    ko: 'JSON 배열로 적는다. ex) `CMD ["npm", "start"]`. 변수나 `&&`가 필요하면 `SHELL`로 shell을 밝히거나 `CMD ["sh", "-c", "exec app $OPTS"]`로 쓴다.',
    en: 'Write a JSON array, ex) `CMD ["npm", "start"]`. Where variables or `&&` are needed, name the shell with `SHELL`, or write `CMD ["sh", "-c", "exec app $OPTS"]`.',
  },
  messages: {
    shell: {
      ko: '{keyword:이} shell 형식이라 `{shell}`{shell|을} 거쳐 실행된다. 종료 신호가 프로그램에 닿지 않을 수 있다.',
      en: 'This {keyword} is in shell form and runs through `{shell}`: stop signals may not reach the program.',
    },
  },
  concepts: ['concepts/process', 'dockerfile/CMD', 'dockerfile/ENTRYPOINT', 'dockerfile/SHELL'],
  source: 'https://docs.docker.com/reference/build-checks/json-args-recommended/',
  also: ['hadolint/DL3025', 'buildkit/JSONArgsRecommended'],
  fix: 'choice',
  examples: [
    {
      bad: 'FROM node:24-slim\nCOPY . /app\n«CMD» node /app/server.js\n',
      good: 'FROM node:24-slim\nCOPY . /app\nCMD ["node", "/app/server.js"]\n',
    },
  ],
  allows: [
    'FROM node:24-slim\nCMD ["node", "server.js"]\n',
    'FROM node:24-slim\nSHELL ["/bin/bash", "-c"]\nCMD node server.js\n',
    'FROM node:24-slim\nHEALTHCHECK CMD curl -f http://localhost/\n',
  ],
  *check(stage) {
    for (const command of [...instructionsOf(stage, 'CMD'), ...instructionsOf(stage, 'ENTRYPOINT')]) {
      const { shell } = stateBefore(stage, command);
      if (command.form === 'json' || command.onbuild || shell.set) continue;
      // An option that was taken for a flag of CMD is `unknown-flag`.
      if (command.flags.length > 0) continue;
      // An array that is no JSON is `json-form-ignored`.
      if (/^\s*\[['"“‘]/.test(command.command.text)) continue;
      const words = simpleWords(command);
      yield {
        span: command.keywordSpan,
        values: { keyword: command.keyword, shell: shell.command.join(' ') },
        // `exec` makes the program PID 1.
        ...(/^\s*exec\s/.test(command.command.text) && { severity: 'hint' as const }),
        fixes: words ? [asJson(command, words)] : [],
      };
    }
  },
});

/** What only a shell knows, so that no program of that name is found. */
const OF_THE_SHELL =
  /^(?:\.|:|alias|case|cd|eval|exec|export|for|if|read|set|source|trap|ulimit|umask|unset|until|wait|while)$/;

/** The words of a command that needs no shell: no quotes, variables, patterns, operators or assignments. */
function simpleWords({ command, comments, flags }: Cmd | Entrypoint): readonly string[] | undefined {
  const words = command.text.trim().split(/[ \t]+/);
  const simple = comments.length + flags.length === 0 && words.every((word) => /^[\w./:=@%+,-]+$/.test(word));
  return simple && !OF_THE_SHELL.test(words[0]!) && !words[0]!.includes('=') ? words : undefined;
}

function asJson({ argumentsSpan }: Cmd | Entrypoint, words: readonly string[]): Fix {
  return {
    title: { ko: 'JSON 배열로 쓰기', en: 'Write it as a JSON array' },
    kind: 'choice',
    edits: [{ span: argumentsSpan, text: `[${words.map((word) => JSON.stringify(word)).join(', ')}]` }],
  };
}
