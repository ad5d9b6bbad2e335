import type * as Ast from 'unbash';
import { forEachChild, parse } from 'unbash';
import { assemble, ESCAPABLE, unescaped, untabbed } from './escapes';
import { faultOf, readable, repair, repairsFor } from './repair';
import {
  around,
  type Block,
  type Body,
  block,
  type Connective,
  type Hole,
  type Leaf,
  type ParseFault,
  type Piece,
  plain,
  type Redirection,
  type Section,
  type Setting,
  type Simple,
  type Stages,
  type Step,
  type StructureKind,
  type Tree,
} from './tree';

/**
 * Parses POSIX or Bash text; the only place that knows the parser. Never throws: what cannot be read is left
 * out and named in `faults`. Offsets are UTF-16 units of `text`.
 */
export function parseShell(text: string): Tree {
  const { length, fault } = readable(text);
  const faults: ParseFault[] = [];
  if (fault) faults.push({ kind: fault, token: '', start: length, end: Math.min(length + 1, text.length) });
  // Recursion of the parser itself is not bounded for every construct: then less text has to do.
  for (let most = length; most > 0; most >>= 2) {
    try {
      const tree = parseRepaired(text.slice(0, most));
      return { steps: tree.steps, faults: [...tree.faults, ...faults] };
    } catch {
      faults.splice(0, faults.length, { kind: 'too-deep', token: '', start: most >> 2, end: most });
    }
  }
  return { steps: [], faults };
}

function parseRepaired(text: string): Tree {
  const repaired: ParseFault[] = [];
  let current = text;
  for (let tries = 0; ; tries++) {
    const script = parse(current);
    const repairs = (script.errors ?? []).map(({ message, pos }) => repair(current, message, pos));
    const next = tries < repairsFor(text) ? repairs.find((found) => found !== undefined) : undefined;
    if (!next) {
      const converter = new Converter(current);
      const steps = converter.script(script);
      return { steps, faults: [...repaired, ...converter.faults] };
    }
    repaired.push(next.fault);
    current = next.text;
  }
}

/** Turns the parser's nodes into ours, for one text. */
class Converter {
  readonly faults: ParseFault[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  script(script: Ast.ParsedScript): Step[] {
    for (const { message, pos } of script.errors ?? [])
      this.faults.push(faultOf(message, pos, this.#text.length));
    return this.#list(script.commands);
  }

  #list(statements: readonly Ast.Statement[]): Step[] {
    const steps: Step[] = [];
    statements.forEach((statement, i) => {
      const before = i === 0 ? 'start' : statements[i - 1]!.background ? '&' : ';';
      const after = statement.background ? '&' : i === statements.length - 1 ? 'end' : ';';
      const { command } = statement;
      const [nodes, operators] =
        command.type === 'AndOr' ? [command.commands, command.operators] : [[command], []];
      nodes.forEach((node, n) => {
        const left = n === 0 ? before : (operators[n - 1] ?? ';');
        const right = n === nodes.length - 1 ? after : (operators[n] ?? ';');
        steps.push(...this.#pipeline(node, left, right));
      });
    });
    return steps;
  }

  #pipeline(node: Ast.PipelineNode, before: Connective, after: Connective): Step[] {
    const single = { before, after, negated: false, timed: [], stage: 0 };
    if (node.type !== 'Pipeline') return this.#steps(node, single);
    const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
    const last = node.commands.length - 1;
    if (last < 0) return this.#onlyTimed(node, single);
    const stages = node.commands.map((command, stage) =>
      this.#steps(command, {
        before: stage === 0 ? before : '|',
        after: stage === last ? after : '|',
        negated,
        timed: stage === 0 ? this.#timed(node) : [],
        stage,
      }),
    );
    if (last === 0) return stages.flat();
    const ends = node.commands.map((command) => command.end);
    const pipeline: Stages = { start: node.commands[0]!.pos, end: Math.max(...ends), length: last + 1 };
    return stages.flat().map((step) => ({ ...step, pipeline }));
  }

  /** `time` with nothing behind it. */
  #onlyTimed(node: Ast.Pipeline, place: Omit<Step, 'node'>): Step[] {
    const words = this.#timed(node);
    if (words.length === 0) return [];
    return [{ ...place, node: { type: 'simple', words, assignments: [], redirects: [], ...around(words) } }];
  }

  #timed(node: Ast.Pipeline): Leaf[] {
    const leaves: Leaf[] = [];
    for (const prefix of node.prefixes) {
      if (prefix.type !== 'Time') continue;
      leaves.push(plain(prefix.pos, prefix.keywordEnd));
      for (const word of [prefix.posix, prefix.endOfOptions])
        if (word) leaves.push(plain(word.pos, word.end));
    }
    return leaves;
  }

  #steps(node: Ast.CommandNode, place: Omit<Step, 'node' | 'pipeline'>): Step[] {
    if (node.type !== 'Redirected') return [{ ...place, node: this.#node(node) }];
    const inner = this.#node(node.command);
    const redirects = node.redirects.map((redirect) => this.#redirect(redirect));
    if (inner.type === 'simple') return [{ ...place, node: { ...inner, redirects } }];
    const bodies = node.redirects.flatMap((redirect) => this.#bodies(redirect));
    return [{ ...place, node: { ...inner, bodies: [...inner.bodies, ...bodies] } }];
  }

  #node(node: Exclude<Ast.CommandNode, { type: 'Redirected' }>): Simple | Block {
    switch (node.type) {
      case 'Command':
        return this.#command(
          node.name ? [node.name, ...node.args] : node.args,
          node.prefix.filter((item) => item.type === 'Assignment'),
          node.redirects,
        );
      case 'TestCommand':
      case 'ArithmeticCommand':
        return this.#test(node);
      case 'If': {
        const branches = [node, ...node.elif].flatMap((branch) => [
          this.#section('condition', branch.clause.commands),
          this.#section('then', branch.then.commands),
        ]);
        return block(node.else ? [...branches, this.#section('else', node.else.commands)] : branches);
      }
      case 'While':
        return block([
          this.#section('condition', node.clause.commands),
          this.#section('loop', node.body.commands),
        ]);
      case 'For':
      case 'Select':
        return block(
          [this.#section('loop', node.body.commands)],
          (node.wordlist ?? []).flatMap((word) => this.#bodies(word)),
        );
      case 'ArithmeticFor': {
        const parts = [node.initialize, node.test, node.update].filter((part) => part !== undefined);
        return block(
          [this.#section('loop', node.body.commands)],
          parts.flatMap((part) => this.#bodies(part)),
        );
      }
      case 'Case':
        return block(
          node.items.map((item) => this.#section('case', item.body.commands)),
          [node.word, ...node.items.flatMap((item) => item.pattern)].flatMap((word) => this.#bodies(word)),
        );
      case 'Subshell':
        return block([this.#section('subshell', node.body.commands)]);
      case 'BraceGroup':
        return block([this.#section('group', node.body.commands)]);
      case 'Function':
        return this.#named('function', node.body);
      case 'Coproc':
        return this.#named('coproc', node.body);
    }
  }

  #section(kind: StructureKind, statements: readonly Ast.Statement[]): Section {
    return { kind, steps: this.#list(statements) };
  }

  #named(
    kind: StructureKind,
    body: Ast.CommandNode | { type: 'CompoundList'; commands: readonly Ast.Statement[] },
  ): Block {
    if (body.type === 'CompoundList') return block([this.#section(kind, body.commands)]);
    const steps = this.#steps(body, { before: 'start', after: 'end', negated: false, timed: [], stage: 0 });
    const only = steps.length === 1 ? steps[0]!.node : undefined;
    // The braces of a function are its own, not a group inside it.
    if (only?.type === 'block' && only.sections.length === 1 && only.sections[0]!.kind === 'group')
      return block([{ kind, steps: only.sections[0]!.steps }], only.bodies);
    return block([{ kind, steps }]);
  }

  #command(
    words: readonly (Ast.Word | Ast.Assignment)[],
    settings: readonly Ast.Assignment[],
    redirections: readonly Ast.Redirection[],
  ): Simple {
    const leaves = words.map((word) => (word.type === 'Word' ? this.#leaf(word) : this.#assigned(word)));
    const assignments = settings.map((setting) => this.#setting(setting));
    const redirects = redirections.map((redirect) => this.#redirect(redirect));
    return {
      type: 'simple',
      words: leaves,
      assignments,
      redirects,
      ...around([...leaves, ...assignments, ...redirects]),
    };
  }

  /** `[[ … ]]` and `(( … ))` as a command of that name, with the words inside as its arguments. */
  #test(node: Ast.TestCommand | Ast.ArithmeticCommand): Simple {
    const words: Leaf[] = [plain(node.pos, node.pos + 2)];
    const bodies: Body[] = [];
    const visit = (child: Ast.SyntaxNode): void => {
      if (child.type === 'Word') words.push(this.#leaf(child));
      else if (isScripted(child)) bodies.push(...this.#bodies(child));
      else forEachChild(child, visit);
    };
    forEachChild(node, visit);
    words[0] = { ...words[0]!, bodies };
    const { start, end } = around(words);
    return { type: 'simple', words, assignments: [], redirects: [], start, end: Math.max(end, node.end) };
  }

  #redirect(node: Ast.Redirection): Redirection {
    const descriptor =
      node.descriptor?.type === 'FileDescriptor' ? { descriptor: node.descriptor.value } : {};
    const base = { start: node.pos, end: node.end, operator: node.operator, ...descriptor };
    if (node.type !== 'HereDoc') return node.target ? { ...base, target: this.#leaf(node.target) } : base;
    const { delimiter, body } = node;
    const stretch = { start: body.pos, end: body.end };
    const quoted = delimiter?.quoted ?? false;
    const read =
      body.parts && !quoted
        ? this.#read(body.parts, { ...stretch, quoted: true, escapable: ESCAPABLE.heredoc })
        : { pieces: quoted ? [stretch] : unescaped(this.#text, stretch, ESCAPABLE.heredoc), holes: [] };
    const pieces = node.operator === '<<-' ? untabbed(this.#text, read.pieces) : read.pieces;
    const heredoc: Leaf = {
      ...stretch,
      pieces,
      quoted,
      glob: false,
      holes: read.holes,
      bodies: quoted ? [] : this.#bodies(body),
    };
    if (!delimiter) return { ...base, heredoc };
    const { pos: start, end, text } = delimiter;
    const value = text.replace(/["'\\]/g, '');
    const target = {
      ...plain(start, end),
      quoted,
      pieces: [{ start, end, ...(value !== text && { value }) }],
    };
    return { ...base, target, heredoc };
  }

  #setting(node: Ast.Assignment): Setting {
    const { value, name } = node;
    const leaf = value.type === 'Word' ? this.#leaf(value) : this.#array(value);
    const bodies = node.index ? [...this.#bodies(node.index), ...leaf.bodies] : leaf.bodies;
    return { start: node.pos, end: node.end, name, append: node.append ?? false, value: { ...leaf, bodies } };
  }

  /** An assignment that is an argument, as of `export`. */
  #assigned(node: Ast.Assignment): Leaf {
    const { start, end, value } = this.#setting(node);
    return { ...value, start, end, pieces: [{ start, end: value.start }, ...value.pieces] };
  }

  #array(node: Ast.ArrayValue): Leaf {
    return { ...plain(node.pos, node.end), bodies: node.elements.flatMap((word) => this.#bodies(word)) };
  }

  #leaf(word: Ast.Word): Leaf {
    const { pos: start, end, parts, text } = word;
    if (!parts) {
      if (!text.includes('\\')) return plain(start, end);
      return {
        ...plain(start, end),
        quoted: true,
        pieces: unescaped(this.#text, { start, end }, ESCAPABLE.bare),
      };
    }
    const read = this.#read(parts, { start, end, quoted: false, escapable: ESCAPABLE.bare });
    return { start, end, ...read, glob: parts.some(isGlob), bodies: this.#bodies(word) };
  }

  #read(parts: readonly Ast.WordPart[], how: Reading): Pick<Leaf, 'pieces' | 'holes' | 'quoted'> {
    const pieces: Piece[] = [];
    const holes: Hole[] = [];
    let quoted = how.quoted;
    for (const part of parts) {
      const stretch = { start: part.pos, end: part.end };
      if (part.type === 'Literal') {
        const plainly = unescaped(this.#text, stretch, how.escapable);
        if (!how.quoted && part.text.includes('\\')) quoted = true;
        pieces.push(...plainly);
      } else if (part.type === 'SingleQuoted') {
        quoted = true;
        pieces.push({
          start: part.pos + 1,
          end: part.text.endsWith("'") && part.text.length > 1 ? part.end - 1 : part.end,
        });
      } else if (part.type === 'AnsiCQuoted') {
        quoted = true;
        pieces.push({ ...stretch, value: part.value });
      } else if (part.type === 'DoubleQuoted' || part.type === 'LocaleString') {
        quoted = true;
        const inner = this.#read(part.parts, { ...stretch, quoted: true, escapable: ESCAPABLE.double });
        pieces.push(...inner.pieces);
        holes.push(...inner.holes);
      } else if (part.type === 'Glob' || part.type === 'ExtendedGlob') {
        pieces.push(stretch);
      } else {
        pieces.push({ ...stretch, opaque: true });
        holes.push({ ...stretch, quoted: how.quoted });
      }
    }
    return { pieces, holes, quoted };
  }

  /** Every script that stands anywhere in a node, but not the scripts inside those. */
  #bodies(node: Ast.SyntaxNode): Body[] {
    const bodies: Body[] = [];
    const visit = (child: Ast.SyntaxNode): void => {
      if (!isScripted(child)) forEachChild(child, visit);
      else if (child.script) bodies.push(this.#body(child, child.script));
    };
    visit(node);
    return bodies;
  }

  #body(part: Scripted, script: Ast.ParsedScript): Body {
    const kind = part.type === 'ProcessSubstitution' ? 'process' : 'substitution';
    const stretch = { kind, start: part.pos, end: part.end } as const;
    if (script.source === undefined) return { ...stretch, steps: this.script(script) };
    const inner = new Converter(script.source);
    const steps = inner.script(script);
    this.faults.push(...inner.faults.map((fault) => ({ ...fault, start: part.pos, end: part.end })));
    const text = script.source;
    const pieces = this.#unticked(part, text);
    return { ...stretch, steps, decoded: pieces ? { text, pieces } : { text } };
  }

  /** What of an escaped backtick expression became its script, if removing escapes explains it. */
  #unticked(part: Scripted, script: string): Piece[] | undefined {
    for (const escapable of [ESCAPABLE.backtick, ESCAPABLE.double])
      for (const end of [part.end - 1, part.end]) {
        const pieces = unescaped(this.#text, { start: part.pos + 1, end }, escapable);
        if (assemble(this.#text, pieces) === script) return pieces;
      }
    return undefined;
  }
}

interface Reading {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
  readonly escapable: string | undefined;
}

type Scripted =
  | Ast.CommandExpansionPart
  | Ast.ProcessSubstitutionPart
  | Extract<Ast.SyntaxNode, { type: 'ArithmeticCommandExpansion' }>;

function isScripted(node: Ast.SyntaxNode): node is Scripted {
  return 'script' in node;
}

function isGlob(part: Ast.WordPart): boolean {
  return part.type === 'Glob' || part.type === 'ExtendedGlob';
}
