import { existsSync, writeFileSync } from 'node:fs';

/** `npm run new-rule -- dockerfile/secret-in-layer`: a rule file to fill in. It fails the tests until it is. */
const [language, name] = (process.argv[2] ?? '').split('/');
const folder = `server/src/${language}/rules`;
if (!name || !/^[a-z0-9-]+$/.test(name) || !existsSync(folder)) {
  console.error('Usage: npm run new-rule -- <language>/<problem>, such as kubernetes/missing-replicas');
  process.exit(2);
}
const file = `${folder}/${name}.ts`;
if (existsSync(file)) {
  console.error(`${file} is there already.`);
  process.exit(2);
}
const UNITS: Readonly<Record<string, string>> = {
  dockerfile: 'stage',
  kubernetes: 'manifest',
  cloudbuild: 'build',
};
const unit = UNITS[language!] ?? 'part';
const scope = unit === 'stage' ? 'section' : 'part';
writeFileSync(
  file,
  `import { rule } from '../rule';

export default rule({
  id: '${language}/${name}',
  severity: 'info',
  scope: '${scope}',
  what: { ko: '', en: '' },
  why: { ko: '', en: '' },
  how: { ko: '', en: '' },
  messages: { found: { ko: '', en: '' } },
  concepts: [],
  source: 'https://',
  also: [],
  examples: [{ bad: '«»', good: '' }],
  allows: [],
  *check(${unit}) {},
});
`,
);
console.log(`${file} is yours: fill it in, then \`npm run gen\` and \`npm run test:fast\`.`);
