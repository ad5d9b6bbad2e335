import type { InstructionPart } from '../../server/src/dockerfile/model';
import { readDockerfile } from '../../server/src/dockerfile/read';

/** The same Dockerfile as others would have written it; where that cannot be, as it is. */
export const MANNERS: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  CRLF: (text) => text.replace(/\r?\n/g, '\r\n'),
  backtick: (text) =>
    /^#[ \t]*escape/im.test(text) ? text : `# escape=\`\n${text.replace(/\\(?=[ \t]*\r?\n)/g, '`')}`,
  'no final line end': (text) => text.trimEnd(),
  'byte order mark': (text) => `\uFEFF${text}`,
  tabs: (text) => text.replace(/^ +/gm, '\t'),
  'comments between the lines': (text) =>
    rewritten(text, (part) => part.replace(/[\\`][ \t]*(\r?\n)/g, '$&    # a note && more$1')),
  'comments behind': (text) =>
    rewritten(text, (part) => (/^\s*run\s+[^-[\s]/i.test(part) ? part.replace(/\s*$/, ' # why$&') : part)),
  'blanks behind': (text) => rewritten(text, (part) => part.replace(/[\\`](?=\r?\n)/g, '$&  ')),
  'lower case': (text) => rewritten(text, (part) => part.replace(/^\s*[A-Z]+/, (word) => word.toLowerCase())),
  triggers: (text) =>
    rewritten(text, (part) => part.replace(/^(?=(?:RUN|COPY|ADD|ENV|CMD|WORKDIR)\s)/, 'ONBUILD ')),
  heredocs: (text) =>
    rewritten(text, (part) => part.replace(/^RUN[ \t]+([^-[][\s\S]*?)(\r?\n|$)$/, 'RUN <<EOF\n$1\nEOF\n')),
};

/** Instructions with heredocs stay as they are. */
function rewritten(text: string, change: (part: string) => string): string {
  const plain = ({ instruction }: InstructionPart) => instruction.heredocs.length === 0;
  const { parts } = readDockerfile(text, { uri: 'file:///Dockerfile' });
  return parts
    .map((part) => (part.kind === 'instruction' && plain(part) ? change(part.text) : part.text))
    .join('');
}
