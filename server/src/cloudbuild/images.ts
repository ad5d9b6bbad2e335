import { once } from '../core/once';
import type { Span } from '../core/span';
import { parseReference } from '../image/reference';
import type { Command } from '../shell/script';
import { type DockerCall, dockerCall } from './facts/docker';
import { UNDERSTOOD } from './facts/understood';
import type { Build, Step } from './model';
import { filledIn } from './substitution';

/** An image that a step makes, loads or pushes. */
export interface Handled {
  /** With what the file says of its substitutions. */
  readonly image: Image;
  readonly step: Step;
  /** The word that names it. */
  readonly span: Span;
}

export interface Image {
  readonly name: string;
  /** Missing where none is written: `latest`. */
  readonly tag: string | undefined;
}

/** What the steps of a build do with images. */
export interface Handling {
  readonly built: readonly Handled[];
  readonly pushed: readonly Handled[];
  /** There without being built: pulled, loaded, run as a builder. */
  readonly present: readonly Handled[];
  /** Every step is understood: no other image can be there. */
  readonly complete: boolean;
}

export const handlingOf = once((build: Build): Handling => {
  const built: Handled[] = [];
  const pushed: Handled[] = [];
  const present: Handled[] = [];
  for (const step of build.steps) {
    if (step.name) present.push({ image: imageOf(build, step.name.text), step, span: step.name.span });
    for (const command of step.commands?.commands ?? []) {
      const call = dockerCall(command);
      for (const [words, into] of [
        [call?.built, built],
        [call?.pushed, pushed],
        [call?.present, present],
      ] as const)
        for (const { value, range } of words ?? [])
          into.push({
            image: imageOf(build, value),
            step,
            span: { part: build.part, start: range.start, end: range.end },
          });
    }
  }
  return { built, pushed, present, complete: build.steps.every(isUnderstood) };
});

function isUnderstood({ commands }: Step): boolean {
  return (
    commands !== undefined && commands.faults.length === 0 && commands.commands.every(isUnderstoodCommand)
  );
}

function isUnderstoodCommand(command: Command): boolean {
  if (command.name === undefined) return true;
  if (!command.name.literal) return false;
  const call: DockerCall | undefined = dockerCall(command);
  return call ? call.understood : UNDERSTOOD.has(command.tool);
}

/** A name with its tag as Docker reads it; what is left of substitutions counts as part of it. */
export function imageOf(build: Build, text: string): Image {
  const filled = filledIn(build, text);
  const plain = filled.replace(/\$\{[^}]*\}/g, (variable) => 'x'.repeat(variable.length));
  const { places } = parseReference(plain);
  const { tag, digest, repository } = places;
  return {
    name: filled.slice(0, repository.end),
    tag: tag ? filled.slice(tag.start, tag.end) : digest && filled.slice(digest.start, digest.end),
  };
}

/** The same image; where one of them has no tag, any tag may be meant. */
export function isSame(a: Image, b: Image): boolean {
  return a.name === b.name && (a.tag === b.tag || a.tag === undefined || b.tag === undefined);
}

/** Whether two may turn out the same, since something else fills in a part of one of them. */
export function mayBeSame(a: Image, b: Image): boolean {
  if (isSame(a, b)) return true;
  const [one, other] = [imageText(a), imageText(b)];
  // The same variables in both are the same text.
  if (one.match(VARIABLE)?.join() === other.match(VARIABLE)?.join()) return false;
  return mayBecome(one, other) || mayBecome(other, one);
}

const VARIABLE = /\$(?:\{[^}]*\}|\([^)]*\)|\w+)|`[^`]*`/g;

/** Without its tag a text may mean any. */
function mayBecome(text: string, other: string): boolean {
  const parts = text.split(VARIABLE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return parts.length > 1 && new RegExp(`^${parts.join('.*')}(?::[^/]*)?$`, 's').test(other);
}

/** As people write it: braces only where a name would go on. */
export function imageText({ name, tag }: Image): string {
  const whole = tag === undefined ? name : `${name}${tag.includes(':') ? '@' : ':'}${tag}`;
  return whole.replace(/\$\{([A-Z_0-9]+)\}(?![A-Z_0-9])/g, '$$$1');
}
