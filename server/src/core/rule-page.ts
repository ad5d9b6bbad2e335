import { LABELS, SEVERITY } from './labels';
import type { AnyLanguage, AnyRule } from './language';
import { filesOf, readMarks } from './marked';
import { fence, type Look, readOn } from './page';
import type { Sample } from './rule';
import type { Text } from './text';

/** All there is to say about a rule. */
export function renderRulePage(
  rule: AnyRule,
  { usualName, fence: fenceLang }: Pick<AnyLanguage, 'usualName' | 'fence'>,
  look: Look,
): string {
  const { lang } = look;
  const sample = (text: Sample) =>
    filesOf(text, usualName)
      .map(
        ([name, content], _, all) =>
          (all.length > 1 ? `\`${name}\`\n` : '') + fence(fenceLang, readMarks(content).text),
      )
      .join('\n\n');
  const examples = rule.examples.flatMap(({ bad, good }) => [
    `### ${LABELS.wrong[lang]}`,
    sample(bad),
    `### ${LABELS.right[lang]}`,
    ...(Array.isArray(good) ? good : [good]).map(sample),
  ]);
  const related = readOn(look, rule.concepts);
  const options = Object.entries(rule.options ?? {}) as [string, { default: unknown; what: Text }][];
  return `${[
    `# ${rule.what[lang]}`,
    `\`${rule.id}\` · ${SEVERITY[rule.severity][lang]}`,
    `## ${LABELS.why[lang]}`,
    rule.why[lang],
    `## ${LABELS.how[lang]}`,
    rule.how[lang],
    ...examples,
    options.length > 0 && `## ${LABELS.options[lang]}`,
    options
      .map(([name, spec]) => `- \`${name}\` (${JSON.stringify(spec.default)}): ${spec.what[lang]}`)
      .join('\n'),
    `## ${LABELS.decline[lang]}`,
    rule.allows.length > 0 && LABELS.allows[lang],
    ...rule.allows.slice(0, MOST_ALLOWED).map(sample),
    LABELS.silence[lang],
    fence(fenceLang, `# container-tutor ignore=${rule.id} -- ${LABELS.reason[lang]}`),
    rule.also.length > 0 && `**${LABELS.also[lang]}** ${rule.also.map((name) => `\`${name}\``).join(' · ')}`,
    related && `**${LABELS.related[lang]}** ${related}`,
    `**${LABELS.sources[lang]}** <${rule.source}>`,
  ]
    .filter(Boolean)
    .join('\n\n')}\n`;
}

/** A page shows what a rule is silent on, not its whole table. */
const MOST_ALLOWED = 4;
