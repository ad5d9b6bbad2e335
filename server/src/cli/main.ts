import { version } from '../../../package.json';
import { closest } from '../core/closest';
import { type Lang, renderMessage, type Text } from '../core/text';
import { CannotRun, EXIT } from './exit';
import { HELP } from './help';
import { languageOf } from './terminal';

/** What a command needs of the world. */
export interface World {
  readonly lang: Lang;
  readonly env: NodeJS.ProcessEnv;
  readonly out: NodeJS.WriteStream;
  readonly err: NodeJS.WriteStream;
}

/** Nobody pays for loading what another command needs. */
const COMMANDS: Readonly<Record<string, (args: readonly string[], world: World) => Promise<number>>> = {
  lint: async (args, world) => (await import('./lint')).lint(args, world),
  explain: async (args, world) => (await import('./explain')).explain(args, world),
  lab: async (args, world) => (await import('./lab')).lab(args, world),
  rules: async (args, world) => (await import('./rules')).listRules(args, world),
  server: async () => {
    // It runs until its client leaves.
    await import('../node');
    return EXIT.clean;
  },
};

/** Runs a command line. @returns the exit code */
export async function main(args: readonly string[]): Promise<number> {
  const { env, stdout: out, stderr: err } = process;
  const lang = languageFrom(args, env);
  try {
    const [command, ...rest] = args;
    if (command === undefined || args.includes('--help') || args.includes('-h') || command === 'help') {
      out.write(HELP[lang]);
      return EXIT.clean;
    }
    if (command === '--version' || command === '-v') {
      out.write(`${version}\n`);
      return EXIT.clean;
    }
    const run = Object.hasOwn(COMMANDS, command) ? COMMANDS[command] : undefined;
    if (!run) {
      const near = closest(command, Object.keys(COMMANDS));
      throw near
        ? new CannotRun(WRONG.commandNear, { command, near })
        : new CannotRun(WRONG.command, { command, known: Object.keys(COMMANDS) });
    }
    return await run(rest, { lang, env, out, err });
  } catch (error) {
    err.write(
      error instanceof CannotRun
        ? `container-tutor: ${renderMessage(error.text, lang)}\n`
        : `container-tutor: ${error instanceof Error ? error.stack : error}\n`,
    );
    return EXIT.couldNotRun;
  }
}

/** Looked for ahead of everything else, so that what is wrong with the rest is said in that language. */
function languageFrom(args: readonly string[], env: NodeJS.ProcessEnv): Lang {
  const at = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const value = args[at]?.split('=')[1] ?? args[at + 1];
  return at >= 0 && (value === 'ko' || value === 'en') ? value : languageOf(env);
}

const WRONG = {
  command: {
    ko: '{command} 명령은 없다. 있는 것: {known}. 파일을 검사하려면: container-tutor lint {command}',
    en: 'There is no command {command}. There are: {known}. To check a file: container-tutor lint {command}',
  },
  commandNear: {
    ko: '{command} 명령은 없다. {near:을} 쓰려던 것일까?',
    en: 'There is no command {command}. Did you mean {near}?',
  },
} satisfies Record<string, Text>;
