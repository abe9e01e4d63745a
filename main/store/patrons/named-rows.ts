/**
 * Statements on what entries about other patrons say of somebody: that they are a guardian, family, or another
 * person than whom they resemble. Every result is private.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { build, statement, type Statement } from '../sql.ts'

type Place = { readonly epoch: number; readonly seq: number }
type Text = { readonly text: string }
type Of = { readonly patron_id: PatronId }

/** The texts in which a record number can stand for somebody else than whom the row is about. */
const NAMES = ['guardian_patron_id', 'family_patron_id', 'distinct_patron_id']

/** Every text there is gets read: the number alone comes first, which is eight times as fast for the rest. */
function naming(column: 'text' | 'content'): string {
  return `instr(${column}, ?) > 0
    AND EXISTS (SELECT 1 FROM json_each(?) AS found WHERE instr(${column}, found.value) > 0)`
}

/** In the list of a merge the words of an entry are a text within a text. A number that begins alike is found, too. */
function bind({ patron_id }: Of): unknown[] {
  const texts = NAMES.flatMap((name) => [`"${name}":${patron_id}`, `\\"${name}\\":${patron_id}`])
  return [`:${patron_id}`, JSON.stringify(texts)]
}

/** Words beside entries. */
export const wordsNaming: Statement<Of, Place & Text> = {
  sql: `SELECT epoch, seq, text FROM main.personal WHERE ${naming('text')}`,
  bind,
}

/** For whom they answer, and for whom they did by any entry that is kept. */
export const wardsEver: Statement<Of, { readonly patron_id: number }> = {
  sql: `SELECT patron_id FROM ref.patron WHERE guardian_patron_id = ?
    UNION SELECT about.patron_id FROM main.personal AS said JOIN main.party AS about USING (epoch, seq)
    WHERE instr(said.text, ?) > 0 OR instr(said.text, ?) > 0`,
  // A number ends with its field or with the last of them: 80 is not the beginning of 801.
  bind: ({ patron_id }) => [patron_id, ...[',', '}'].map((end) => `"guardian_patron_id":${patron_id}${end}`)],
}

type OfMany = { readonly patron_ids: readonly number[] }

const among = ({ patron_ids }: OfMany): unknown[] => [JSON.stringify(patron_ids)]

/** Words beside entries about any of these in which a guardian is named. */
export const guardianWords: Statement<OfMany, Place & Text> = {
  sql: `SELECT said.epoch, said.seq, said.text
    FROM main.personal AS said JOIN main.party AS about USING (epoch, seq)
    WHERE instr(said.text, '"guardian":"') > 0 AND about.patron_id IN (SELECT value FROM json_each(?))`,
  bind: among,
}

/** Likewise what an undo would give back. */
export const guardianBefore: Statement<OfMany, Place & Text> = {
  sql: `SELECT epoch, seq, content AS text FROM main.patron_before
    WHERE instr(content, '"guardian":"') > 0 AND patron_id IN (SELECT value FROM json_each(?))`,
  bind: among,
}

/** Likewise what the undoing of a merge would give back. */
export const guardianMerged: Statement<OfMany, Text & { readonly former_patron_id: number }> = {
  sql: `SELECT former_patron_id, content AS text FROM main.merged_patron
    WHERE content IS NOT NULL AND patron_id IN (SELECT value FROM json_each(?))`,
  bind: among,
}

/** Words beside the entries about somebody in which a name of theirs may stand. */
export const ownNameWords: Statement<Of, Text> = {
  sql: `SELECT said.text FROM main.personal AS said JOIN main.party AS about USING (epoch, seq)
    WHERE about.patron_id = ? AND (instr(said.text, '"surname":') > 0 OR instr(said.text, '"given":') > 0)`,
  bind: ({ patron_id }) => [patron_id],
}

export const setWords = statement<Place & Text>()((p) =>
  build.updateTable('personal').set({ text: p.text }).where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

/** What an undo would give back. */
export const beforeNaming: Statement<Of, Place & Text> = {
  sql: `SELECT epoch, seq, content AS text FROM main.patron_before WHERE ${naming('content')}`,
  bind,
}

export const setBefore = statement<Place & Text>()((p) =>
  build.updateTable('patron_before').set({ content: p.text }).where('epoch', '=', p.epoch).where('seq', '=', p.seq),
)

/** What the undoing of a merge would give back. */
export const mergedNaming: Statement<Of, Text & { readonly former_patron_id: number }> = {
  sql: `SELECT former_patron_id, content AS text FROM main.merged_patron
    WHERE content IS NOT NULL AND (${naming('content')})`,
  bind,
}

export const setMerged = statement<Text & { readonly former_patron_id: number }>()((p) =>
  build.updateTable('merged_patron').set({ content: p.text }).where('former_patron_id', '=', p.former_patron_id),
)
