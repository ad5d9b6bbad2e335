import { type ParseArgsConfig, parseArgs } from 'node:util';
import { closest } from '../core/closest';
import type { Text } from '../core/text';
import { CannotRun } from './exit';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Reads the options of a command. Whatever is not one is refused with the name of the nearest. */
export function readArguments<T extends Options>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const option = /'(?:-\w, )?(--?[^'\s=]*)/.exec(message)?.[1] ?? '';
    if (code !== 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new CannotRun(WRONG.value, { option });
    const known = Object.keys(options).map((name) => `--${name}`);
    const near = closest(option, known);
    throw near
      ? new CannotRun(WRONG.optionNear, { option, near })
      : new CannotRun(WRONG.option, { option, known });
  }
}

/** A value out of a list, or an error that names the list. */
export function choose<T extends string>(option: string, value: string, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new CannotRun(WRONG.choice, { option, value, known });
  return found;
}

const WRONG = {
  option: {
    ko: '{option} 옵션은 없다. 있는 것: {known}',
    en: 'There is no option {option}. There are: {known}',
  },
  optionNear: {
    ko: '{option} 옵션은 없다. {near}를 쓰려던 것일까?',
    en: 'There is no option {option}. Did you mean {near}?',
  },
  value: {
    ko: '{option} 옵션을 이렇게 쓸 수 없다. `container-tutor --help`에 쓰는 법이 있다',
    en: '{option} cannot be used like this. `container-tutor --help` shows how',
  },
  choice: {
    ko: '{option}에 {value}는 없다. 있는 것: {known}',
    en: '{option} has no value {value}. There are: {known}',
  },
} satisfies Record<string, Text>;
