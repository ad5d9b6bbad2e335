import { inOrder } from '../../core/course';
import type { AnyRule } from '../../core/language';
import type { Note } from '../../core/note';
import type { Text } from '../../core/text';
import { pageUri } from '../pages';
import type { CatalogueResult, ListedNote, ListedRule } from '../protocol';
import type { Session } from '../session';

/** Everything that has a page, in both languages: a client can search it, and switch, without asking again. */
export async function catalogue(session: Session): Promise<CatalogueResult> {
  await session.explaining();
  const { notes, known } = session;
  return {
    chapters: notes.course.map((chapter) => ({
      title: chapter.title,
      notes: inOrder(chapter).flatMap((id) => {
        const note = notes.get(id);
        return note ? [listedNote(note, chapter.beyond.includes(id))] : [];
      }),
    })),
    rules: known.rules.map(listedRule),
  };
}

function listedNote({ id, body }: Note, isBeyond: boolean): ListedNote {
  return {
    id,
    title: plain({ ko: body.ko.title, en: body.en.title }),
    answer: { ko: body.ko.answer, en: body.en.answer },
    isBeyond,
    page: pageUri({ note: id }),
  };
}

function listedRule({ id, what, also, concepts }: AnyRule): ListedRule {
  return { id, title: plain(what), also, concepts, page: pageUri({ rule: id }) };
}

/** Lists show text as it is. */
function plain({ ko, en }: Text): Text {
  const bare = (text: string) => text.replace(/`+ ?| ?`+|\*\*/g, '');
  return { ko: bare(ko), en: bare(en) };
}
