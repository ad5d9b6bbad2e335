import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { workbench } from '../test/host/open';
import type { Place, Workbench } from '../test/host/workbench';
import { packagedExtension } from './vsix';

const usage = `npm run screenshots -- [--folder labs] [--language ko|en] [--theme NAME] [--size 1280x800] [--setting KEY=JSON]… STEP…

Takes the steps in order in a copy of the folder. A place is LINE, LINE:COLUMN, or the text that is there.
  open=FILE     goto=PLACE      type=TEXT     save          command=TITLE
  hover=PLACE   click=LINK      fix=PLACE     suggest=PLACE  pick=ENTRY
  press=KEY     lens=TITLE      view=NAME     row=TEXT
  problems      squiggle        webview       set=KEY=JSON   wait=SELECTOR  shot=FILE.png[@SELECTOR]

npm run screenshots -- open=01-first-dockerfile/Dockerfile hover=FROM shot=out/hover.png fix=MAINTAINER shot=out/fix.png`;

const steps: Record<string, (editor: Workbench, value: string) => Promise<unknown>> = {
  open: (editor, file) => editor.open(file),
  goto: (editor, at) => editor.goTo(place(at)),
  type: (editor, text) => editor.type(text),
  save: (editor) => editor.save(),
  command: (editor, title) => editor.command(title),
  hover: (editor, at) => editor.hover(place(at)),
  click: (editor, link) => editor.clickInHover(link),
  fix: (editor, at) => editor.quickFix(place(at)),
  suggest: (editor, at) => editor.suggest(place(at)),
  pick: (editor, entry) => editor.pick(entry),
  press: (editor, key) => editor.page.keyboard.press(key),
  lens: (editor, title) =>
    editor.page.locator('.codelens-decoration a').filter({ hasText: title }).first().click(),
  view: (editor, name) => editor.view(name),
  row: (editor, text) => editor.row(text),
  problems: (editor) => editor.problems(),
  webview: (editor) => editor.webview(),
  squiggle: (editor) => editor.squiggle(),
  set: (editor, setting) => editor.set(settings([setting])),
  wait: (editor, selector) => editor.page.locator(selector).first().waitFor(),
  shot: (editor, target) => {
    const [, file = target, only] = /^(.*?\.png)@(.+)$/.exec(target) ?? [];
    return editor.screenshot(resolve(file), only);
  },
};

/** Drives the packaged extension in a real workbench, prints what it answers and takes pictures of it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      folder: { type: 'string', default: join(__dirname, '../labs') },
      language: { type: 'string', default: 'en' },
      theme: { type: 'string' },
      size: { type: 'string', default: '1280x800' },
      setting: { type: 'string', multiple: true, default: [] },
    },
  });
  const plan = positionals.map((step) => {
    const [name = '', ...rest] = step.split('=');
    const run = steps[name];
    if (!run) throw new Error(`There is no step ${name}.\n${usage}`);
    return { step, run, value: rest.join('=') };
  });
  if (plan.length === 0) throw new Error(usage);
  const [width, height] = values.size.split('x').map(Number);
  const editor = await workbench({
    folder: values.folder,
    vsix: await packagedExtension(),
    theme: values.theme,
    width,
    height,
    settings: { 'containerTutor.language': values.language, ...settings(values.setting) },
  });
  try {
    for (const { step, run, value } of plan) {
      const answer = await run(editor, value).catch(async (error: Error) => {
        await editor.screenshot(resolve('out/screenshot-failed.png'));
        throw new Error(`${step}: ${error.message}\nWhat was on the screen: out/screenshot-failed.png`);
      });
      console.log(step);
      if (answer) console.log(typeof answer === 'string' ? answer : JSON.stringify(answer, undefined, 2));
    }
  } finally {
    await editor.close();
  }
}

function place(text: string): Place {
  const [, line, column] = /^(\d+)(?::(\d+))?$/.exec(text) ?? [];
  return line ? { line: Number(line), column: Number(column ?? 1) } : { text };
}

function settings(assignments: string[]): Record<string, unknown> {
  const entries = assignments.map((assignment) => {
    const at = assignment.indexOf('=');
    const value = assignment.slice(at + 1);
    // A bare word is a string: only its author would have thought of the quotes.
    const json = /^(true|false|null|-?[\d.]+|["[{].*)$/s.test(value);
    return [assignment.slice(0, at), json ? JSON.parse(value) : value] as const;
  });
  return Object.fromEntries(entries);
}

main().then(
  () => process.exit(0),
  (error: Error) => {
    console.error(error.message);
    process.exit(1);
  },
);
