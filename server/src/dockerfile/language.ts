import type { FileInfo, Language } from '../core/language';
import { expectations } from './expectations';
import { hover } from './hover';
import { ignoreFileNames } from './ignore-file';
import { suppress, suppressInFile } from './ignore-here';
import { links } from './links';
import { meaning } from './meaning/meaning';
import { mentions } from './mentions';
import type { Dockerfile, Stage } from './model';
import { outline } from './outline';
import { readDockerfile } from './read';
import type { DockerfileFacts, DockerfilePart } from './rule';
import { rules } from './rules';
import { stack } from './stack';
import { demands, suppressions } from './suppress';
import { around, folds } from './views';

export const dockerfile: Language<Dockerfile, DockerfilePart, DockerfileFacts, Stage> = {
  id: 'dockerfile',
  usualName: 'Dockerfile',
  fence: 'dockerfile',
  rules,
  expectations,
  claims,
  beside: ignoreFileNames,
  parse: readDockerfile,
  parts: (model) =>
    model.parts.map((part) => ({
      id: part.id,
      start: part.start,
      text: part.text,
      unit: part.kind === 'instruction' ? part.instruction : part.trivia,
    })),
  sections: ({ stages }) => stages,
  suppressions,
  demands,
  suppress,
  suppressInFile,
  summarise: () => [],
  hover,
  mentions,
  outline,
  folds,
  around,
  stack,
  links,
  meaning,
};

/** `Dockerfile`, `Dockerfile.dev`, `web.Dockerfile`, `Containerfile`; Docker's own ignore files are none. */
const NAME = /^(?:(?:docker|container)file(?:\..+)?|.+\.(?:docker|container)file)$/i;

/** What begins like a Dockerfile's name and is something else: pages, programs about Dockerfiles, templates. */
const OTHER =
  /\.(?:dockerignore|md|txt|html?|ya?ml|json|toml|go|[cm]?[jt]sx?|py|rb|rs|java|kt|cs|php|lua|sh|j2|jinja2?|tmpl|tpl|template|erb)$/i;

function claims({ uri, path, languageId }: FileInfo): boolean {
  const name = (path ?? uri).slice((path ?? uri).lastIndexOf('/') + 1);
  if (languageId === 'dockerfile') return true;
  // An editor that knows the file as something else is right: `Dockerfile.md` is a page.
  if (languageId !== undefined && languageId !== 'plaintext') return false;
  return NAME.test(name) && !OTHER.test(name);
}
