import type { LanguageRule } from '../core/language';
import type { Rule } from '../core/rule';
import type { Dockerfile, Instruction, Stage, Trivia } from './model';

/** A Dockerfile tells the rest of the workspace nothing yet. */
export type DockerfileFacts = Record<never, never>;

/** What stands in one part: an instruction, or the comments and blank lines between two. */
export type DockerfilePart = Instruction | Trivia;

type StageRule<Options extends object> = Rule<Stage, DockerfileFacts, Options> & {
  readonly scope: 'section';
};
type FileRule<Options extends object> = Rule<Dockerfile, DockerfileFacts, Options> & {
  readonly scope: 'file';
};
type PartRule<Options extends object> = Rule<DockerfilePart, DockerfileFacts, Options> & {
  readonly scope: 'part';
};

/**
 * Declares a rule. `scope: 'part'` sees one instruction alone; `'section'` sees one stage and those it is built on or
 * takes from; `'file'` sees all stages and what stands before them.
 */
export function rule<Options extends object = object>(rule: StageRule<Options>): AnyRule;
export function rule<Options extends object = object>(rule: FileRule<Options>): AnyRule;
export function rule<Options extends object = object>(rule: PartRule<Options>): AnyRule;
export function rule(rule: AnyRule): AnyRule {
  return rule;
}

type AnyRule = LanguageRule<Dockerfile, DockerfilePart, DockerfileFacts, Stage>;
