import type { AnyExpectation, AskedOf, Evidence, Expectation, Fields, Miss } from '../core/expectation';
import type { Message } from '../core/text';
import type { Command } from '../shell/script';
import { asInstruction, type Dockerfile, type Run, type Stage } from './model';
import type { DockerfileFacts } from './rule';

/** A Dockerfile of a lab, with what lies around it. */
export interface LabDockerfile {
  readonly model: Dockerfile;
  readonly facts: Evidence<Dockerfile, DockerfileFacts>['facts'];
  /** Absolute, `/`-separated. */
  readonly path: string;
}

interface Declared<F extends Fields> {
  readonly name: string;
  readonly fields: F;
  goal(asked: AskedOf<F>): Message;
  check(asked: AskedOf<F>, file: LabDockerfile): Miss | undefined;
}

/** Declares what labs can expect of a Dockerfile: the one named `file`, or the one named Dockerfile. */
export function expectation<F extends Fields>({ name, fields, goal, check }: Declared<F>): AnyExpectation {
  const whole: Expectation<Dockerfile, DockerfileFacts, Fields> = {
    name,
    fields: { ...fields, file: 'text?' },
    goal: (asked) => goal(asked as AskedOf<F>),
    check: (asked, { models, facts, folder }) => {
      const file = String((asked as { readonly file?: string }).file ?? 'Dockerfile');
      const model = models.get(file);
      if (!model) return { told: { text: NO_FILE, values: { file } } };
      return check(asked as AskedOf<F>, { model, facts, path: `${folder}/${file}` });
    },
  };
  return whole;
}

const NO_FILE = { ko: '`{file}` 파일이 없다', en: 'There is no file `{file}`' };

/** A command by its tool and, behind it, its subcommand: `npm ci`, `rm`. */
export function isNamed(command: Command, written: string): boolean {
  const [tool = '', ...rest] = written.split(/\s+/);
  return command.is(tool) && (rest.length === 0 || command.subcommand?.name === rest.join(' '));
}

/** The first RUN, of a stage that the final image needs, that runs a command; with its stage. */
export function runOf({ stages }: Dockerfile, written: string): { run: Run; stage: Stage } | undefined {
  for (const stage of stages)
    for (const instruction of stage.reachable ? stage.instructions : []) {
      const run = asInstruction(instruction, 'RUN');
      if (run?.script?.commands.some((command) => isNamed(command, written))) return { run, stage };
    }
  return undefined;
}

export function noRun(command: string): Miss {
  return { told: { text: NO_RUN, values: { command } } };
}

const NO_RUN = { ko: '`{command}`{command|을} 하는 RUN이 없다', en: 'No RUN runs `{command}`' };
