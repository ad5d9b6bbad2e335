import type { Range } from '../core/span';
import type { Word } from './model';
import type { OptionForm, Usage } from './usage';

/** One option as given. `-yq` gives two, with the same word. */
export interface Option {
  /** All its spellings, or the one written where the tool's table does not list it. */
  readonly names: readonly string[];
  /** The word that holds its name. */
  readonly word: Word;
  /** As the shell sees it; missing where none is taken or none was written. */
  readonly value?: string;
  /** The word that holds the value alone; missing where it is attached. */
  readonly valueWord?: Word;
  /** Switched off by its value: `--yes=false`. */
  readonly off: boolean;
}

export interface Subcommand {
  /** The tool's own spelling: `install` for `npm i`, `cache clean` for a group's member. */
  readonly name: string;
  readonly words: readonly Word[];
  /** From the first word to the end of the last. */
  readonly range: Range;
}

/** The arguments of a command, told apart as its tool does. */
export interface Arguments {
  readonly subcommand?: Subcommand;
  readonly options: readonly Option[];
  /** What is neither: packages, files, URLs. */
  readonly operands: readonly Word[];
  /** What is behind `--` where that is meant for another program, as with `npm run` and `gem install`. */
  readonly passed: readonly Word[];
}

/** Reads arguments by a tool's usage. Total: a missing value is only absent. */
export function readArguments(words: readonly Word[], usage: Usage): Arguments {
  const reader = new ArgumentReader(words, usage);
  reader.read();
  return reader;
}

const OFF = /^(no|false|off|0|without|disable)$/i;

class ArgumentReader implements Arguments {
  subcommand?: Subcommand;
  readonly options: Option[] = [];
  readonly operands: Word[] = [];
  readonly passed: Word[] = [];
  readonly #words: readonly Word[];
  readonly #usage: Usage;
  #own: ReadonlyMap<string, OptionForm> | undefined;
  #at = 0;
  #ended = false;

  constructor(words: readonly Word[], usage: Usage) {
    this.#words = words;
    this.#usage = usage;
  }

  read(): void {
    const { bundled, passes } = this.#usage;
    const first = this.#words[0];
    if (bundled && first && /^[A-Za-z]+$/.test(first.value)) this.#letters(first.value, this.#next()!);
    for (let word = this.#next(); word; word = this.#next()) {
      const { value } = word;
      if (this.#ended || value === '-' || !value.startsWith('-')) this.#operand(word);
      else if (value !== '--') this.#option(word);
      else if (passes) this.passed.push(...this.#rest());
      else this.#ended = true;
    }
  }

  #next(): Word | undefined {
    return this.#words[this.#at++];
  }

  #rest(): Word[] {
    const rest = this.#words.slice(this.#at);
    this.#at = this.#words.length;
    return rest;
  }

  #operand(word: Word): void {
    const { hasSubcommands, ordered, assigns } = this.#usage;
    if (hasSubcommands && !this.subcommand && !this.#ended) {
      this.#subcommand(word);
    } else {
      this.operands.push(word);
      if (ordered && !(assigns && isAssignment(word))) this.#ended = true;
    }
  }

  #subcommand(word: Word): void {
    const form = this.#usage.subcommands.get(word.value);
    this.#own = form?.options;
    const words = [word];
    const second = this.#words[this.#at];
    if (form?.group && second && !second.value.startsWith('-')) words.push(this.#next()!);
    const name = [form?.name ?? word.value, ...words.slice(1).map((other) => other.value)].join(' ');
    this.subcommand = { name, words, range: { start: word.range.start, end: words.at(-1)!.range.end } };
  }

  #option(word: Word): void {
    const { value } = word;
    const [, name, attached] = /^([^=]*)(?:=(.*))?$/s.exec(value)!;
    // Short options of two letters such as `-nv` are listed like long ones.
    const long = value.startsWith('--') || (name!.length > 2 && this.#form(name!) !== undefined);
    if (this.#usage.longOnly) this.#named(name!.replace(/^--/, '-'), attached, word);
    else if (long) this.#named(name!, attached, word);
    else this.#letters(value.slice(1), word);
  }

  #named(name: string, attached: string | undefined, word: Word): void {
    const form = this.#form(name);
    if (form && attached === undefined && takesNext(form)) this.#valued(name, form, word);
    else this.#add(name, form, word, attached);
  }

  #letters(letters: string, word: Word): void {
    for (let i = 0; i < letters.length; i++) {
      const name = `-${letters[i]}`;
      const form = this.#form(name);
      const rest = letters.slice(i + 1);
      if (rest !== '' && takesRest(form, rest)) {
        this.#add(name, form, word, rest.replace(/^=/, ''));
        break;
      }
      if (form && takesNext(form)) this.#valued(name, form, word);
      else this.#add(name, form, word);
    }
  }

  /** The value is the next word. */
  #valued(name: string, form: OptionForm, word: Word): void {
    const valueWord = this.#next();
    this.#add(name, form, word, valueWord?.value, valueWord);
  }

  #add(name: string, form: OptionForm | undefined, word: Word, value?: string, valueWord?: Word): void {
    const off = (form?.value ?? 'none') === 'none' && value !== undefined && OFF.test(value);
    this.options.push({
      names: form?.names ?? [name],
      word,
      off,
      ...(value !== undefined && { value }),
      ...(valueWord && { valueWord }),
    });
    if (form?.value === 'rest') this.#ended = true;
  }

  #form(name: string): OptionForm | undefined {
    return this.#own?.get(name) ?? this.#usage.options.get(name);
  }
}

function takesNext({ value }: OptionForm): boolean {
  return value === 'next' || value === 'rest';
}

/** Whether the letters behind an option's letter are its value. */
function takesRest(form: OptionForm | undefined, rest: string): boolean {
  if (rest.startsWith('=') || form?.value === 'attached') return true;
  return form !== undefined && (takesNext(form) || (form.value === 'equals' && /^\d+$/.test(rest)));
}

/** `NAME=value`, as the shell and `env` recognise it. */
export function isAssignment(word: Word): boolean {
  return /^[A-Za-z_]\w*\+?=/.test(word.value);
}
