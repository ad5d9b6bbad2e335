/** A message or enum of a `.proto` file, by its full name: `Artifacts.MavenArtifact`. */
export interface Declaration {
  readonly name: string;
  readonly kind: 'message' | 'enum';
  readonly text: string;
  readonly members: readonly Member[];
}

export interface Member {
  /** As in the file: `wait_for`, or the word of an enum. */
  readonly name: string;
  /** `string`, `repeated Volume`, `map<string, bytes>`; empty for the word of an enum. */
  readonly type: string;
  /** What stands between the brackets. */
  readonly options: string;
  readonly text: string;
}

/** Reads what a description of an API needs of proto3: messages, enums, their comments and options. */
export function readProto(source: string): readonly Declaration[] {
  const found: Declaration[] = [];
  const open: { name: string; declaration?: Declaration & { members: Member[] } }[] = [];
  let comment: string[] = [];
  let statement = '';
  for (const line of source.split('\n')) {
    const trimmed = line.trim();
    if (statement === '' && trimmed.startsWith('//')) {
      comment.push(trimmed.replace(/^\/\/ ?/, ''));
      continue;
    }
    if (statement === '' && trimmed === '') {
      comment = [];
      continue;
    }
    statement += ` ${trimmed}`;
    if (!/[;{}]$/.test(statement) || depthOf(statement) > 0) continue;
    const written = statement.trim();
    statement = '';
    const text = comment.join('\n').trim();
    comment = [];
    const block = /^(message|enum|oneof|service|rpc|extend)\s+(\w+).*\{$/.exec(written);
    if (written === '}' || written === '};') open.pop();
    else if (block) {
      const [, kind, name = ''] = block;
      const path = [...open.flatMap((one) => (one.declaration ? one.name : [])), name];
      if (kind === 'message' || kind === 'enum') {
        const declaration = { name: path.join('.'), kind, text, members: [] } as const;
        found.push(declaration);
        open.push({ name, declaration: declaration as unknown as Declaration & { members: Member[] } });
      } else open.push({ name });
    } else {
      const holder = open.findLast(({ declaration }) => declaration)?.declaration;
      const member = readMember(written, text);
      if (holder && member) holder.members.push(member);
    }
  }
  return found;
}

/** Open brackets of an option that goes on in the next line; the brace that opens a block is none. */
function depthOf(statement: string): number {
  const inside = statement.replace(/\{$/, '');
  return (inside.match(/[[({]/g) ?? []).length - (inside.match(/[\])}]/g) ?? []).length - endOf(statement);
}

function endOf(statement: string): number {
  return /^\s*\};?$/.test(statement) ? -1 : 0;
}

function readMember(written: string, text: string): Member | undefined {
  const [, type = '', name, options = ''] =
    /^(?:((?:repeated |optional )?(?:map<[^>]+>|[\w.]+))\s+)?(\w+)\s*=\s*\d+\s*(?:\[(.*)\])?;$/s.exec(
      written,
    ) ?? [];
  return name === undefined || /^(?:option|reserved|syntax)\b/.test(written)
    ? undefined
    : { name, type, options, text };
}
