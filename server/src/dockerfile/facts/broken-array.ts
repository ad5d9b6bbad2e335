import { once } from '../../core/once';
import type { Fix } from '../../core/rule';
import type { Instruction } from '../model';

/** An array that is no JSON, so that its text was read instead. */
export interface BrokenArray {
  readonly text: string;
  /** Whether doubling its backslashes makes it JSON: `["C:\\app.exe"]`, as paths of Windows are written. */
  readonly backslashes: boolean;
  /** Whether BuildKit cannot read that either: `['b c']` has a quote open in each word. */
  readonly rejected: boolean;
  readonly fixes: readonly Fix[];
}

export const brokenArray = once((instruction: Instruction): BrokenArray | undefined => {
  const text = textOf(instruction);
  if (!text || !/^\[['"“‘]/.test(text)) return undefined;
  const doubled = withBackslashes(text);
  const words = doubled ?? repaired(text);
  return {
    text,
    backslashes: doubled !== undefined,
    rejected: instruction.words.some(({ problem }) => problem),
    fixes: words && instruction.comments.length === 0 ? [rewrite(instruction, words)] : [],
  };
});

/** What stands behind the flags, where BuildKit did not read it as JSON. */
function textOf(instruction: Instruction): string | undefined {
  const { joined, argumentsSpan } = instruction;
  switch (instruction.keyword) {
    case 'RUN':
    case 'CMD':
    case 'ENTRYPOINT':
      return instruction.form === 'shell' ? instruction.command.text : undefined;
    case 'COPY':
    case 'ADD':
    case 'VOLUME': {
      const [first] = instruction.words;
      if (instruction.json || !first) return undefined;
      return joined.text.slice(-(argumentsSpan.end - argumentsSpan.start));
    }
    default:
      return undefined;
  }
}

function withBackslashes(text: string): readonly string[] | undefined {
  if (!text.includes('\\')) return undefined;
  try {
    const words: unknown = JSON.parse(text.replace(/\\(?!")/g, '\\\\'));
    return Array.isArray(words) && words.every((word) => typeof word === 'string') ? words : undefined;
  } catch {
    return undefined;
  }
}

/** The strings that were meant, in any quotes, with or without commas. */
function repaired(text: string): readonly string[] | undefined {
  const inside = text.replace(/^\[|\]$/g, '');
  const strings = [...inside.matchAll(/"([^"\\]*)"|'([^'\\]*)'|[“‘]([^”’\\]*)[”’]/g)];
  const rest = strings.reduce((left, [string]) => left.replace(string, ''), inside);
  if (!/^[\s,]*$/.test(rest) || strings.length === 0) return undefined;
  return strings.map(([, double, single, curly]) => double ?? single ?? curly ?? '');
}

function rewrite({ argumentsSpan }: Instruction, words: readonly string[]): Fix {
  return {
    title: { ko: '올바른 JSON으로 바꾸기', en: 'Change to valid JSON' },
    kind: 'choice',
    edits: [{ span: argumentsSpan, text: `[${words.map((word) => JSON.stringify(word)).join(', ')}]` }],
  };
}
