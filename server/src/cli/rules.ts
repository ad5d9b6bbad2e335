import { SEVERITY } from '../core/labels';
import type { Text } from '../core/text';
import { languages } from '../languages';
import { choose, readArguments } from './arguments';
import { CannotRun, EXIT } from './exit';
import type { World } from './main';
import { paintFor } from './terminal';

/** `container-tutor rules`: every rule with its names and what it says. */
export async function listRules(args: readonly string[], { lang, env, out }: World): Promise<number> {
  const { values, positionals } = readArguments(args, {
    format: { type: 'string', default: 'text' },
    language: { type: 'string', default: 'auto' },
  });
  if (positionals.length > 0) throw new CannotRun(USAGE, { extra: positionals.join(' ') });
  choose('--language', values.language, ['auto', 'ko', 'en']);
  const format = choose('--format', values.format, ['text', 'json']);
  const rules = languages.flatMap((language) => language.rules).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (format === 'json') {
    const plain = rules.map(({ id, severity, strict, what, also, concepts, source, fix }) => ({
      id,
      severity,
      strict,
      what: what[lang],
      also,
      concepts,
      url: source,
      fix,
    }));
    out.write(`${JSON.stringify({ version: 1, rules: plain })}\n`);
    return EXIT.clean;
  }
  const paint = paintFor(out, env);
  const width = Math.max(0, ...rules.map(({ id }) => id.length));
  for (const { id, severity, what, also } of rules) {
    const names = also.length > 0 ? paint('dim', ` (${also.join(', ')})`) : '';
    const loud = severity === 'off' ? SEVERITY.off[lang] : paint(severity, SEVERITY[severity][lang]);
    out.write(`${paint('bold', id.padEnd(width))}  ${loud}  ${what[lang]}${names}\n`);
  }
  return EXIT.clean;
}

const USAGE: Text = {
  ko: 'rules에는 이름을 쓰지 않는다: {extra}. 규칙 하나의 설명: container-tutor explain {extra}',
  en: 'rules takes no names: {extra}. For the page of one rule: container-tutor explain {extra}',
};
