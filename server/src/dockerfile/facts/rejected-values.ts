import { once } from '../../core/once';
import type { ImageState, Instruction, Mount, MountOption, Word } from '../model';
import { expandedIn } from './expanded-words';
import { wrongValue } from './mount-values';
import { isSignal } from './signals';

/** Words that an error tells of: BuildKit cannot read them, or does not take the value they come to. */
export function rejectedWords(instruction: Instruction, { scope }: ImageState): readonly Word[] {
  const unfit = (word: Word, isFit: (value: string) => boolean) => {
    const { value, overridable } = scope.expand(word);
    return value !== undefined && !overridable && !isFit(value);
  };
  const unread = unreadIn(instruction);
  switch (instruction.keyword) {
    case 'STOPSIGNAL':
      return [...unread, ...instruction.words.filter((word) => unfit(word, isSignal))];
    case 'VOLUME':
      return [...unread, ...instruction.words.filter((word) => unfit(word, (value) => value !== ''))];
    case 'RUN':
      return instruction.mounts.flatMap(checkedOptions).flatMap(({ key, value }) => {
        const rejected = value && (value.problem || unfit(value, (text) => !wrongValue(key, text)));
        return rejected ? [value] : [];
      });
    default:
      return unread;
  }
}

const unreadIn = once((instruction: Instruction) => expandedIn(instruction).filter(({ problem }) => problem));

/** That only tmpfs has a size is another rule's. */
export function checkedOptions({ options, type }: Mount): readonly MountOption[] {
  return type === 'tmpfs' ? options : options.filter(({ key }) => key !== 'size');
}
