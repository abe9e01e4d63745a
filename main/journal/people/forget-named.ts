/**
 * Takes somebody who is erased out of what is kept of others: as the guardian of a child, by number and name, as
 * family, and as another person than whom they resemble. Words beside entries, and what an undo would give back, say it
 * no more. Must never touch an entry itself, which is sealed.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import { isNameOf, type PatronName } from '../../../shared/patron/typed-name.ts'
import { forgetSeal } from '../../store/journal/forget-rows.ts'
import { forgetJobsSaying } from '../../store/journal/job-rows.ts'
import * as rows from '../../store/patrons/named-rows.ts'
import type { WriteHandle } from '../../store/sql.ts'
import { jobsChanged } from '../queue-jobs.ts'

/** In what a merge keeps, the words of entries are texts within the text. */
const WORDS_WITHIN: ReadonlySet<string> = new Set(['text', 'content'])

class Forgetting {
  /** What it was called where it was a guardian. */
  readonly names = new Set<string>()
  readonly #patron_id: PatronId
  readonly #isTheirs: (guardian: string) => boolean

  /** @param isTheirs whether a name that was typed for a guardian is theirs, where no number says it */
  constructor(patron_id: PatronId, isTheirs: (guardian: string) => boolean = () => false) {
    this.#patron_id = patron_id
    this.#isTheirs = isTheirs
  }

  /** The text without them; as it was where it says nothing of them, or is no JSON. */
  without(text: string): string {
    try {
      return JSON.stringify(this.#value(JSON.parse(text)))
    } catch (fault) {
      // A note is text of a person, whatever it says.
      if (fault instanceof SyntaxError) return text
      throw fault
    }
  }

  #value(value: unknown): unknown {
    if (Array.isArray(value)) return value.filter((one) => !this.#isApart(one)).map((one) => this.#value(one))
    return typeof value === 'object' && value !== null ? this.#row(value as Record<string, unknown>) : value
  }

  /** Said of somebody else: whom they resemble, and that those are two people. */
  #isApart(one: unknown): boolean {
    return typeof one === 'object' && one !== null && Reflect.get(one, 'distinct_patron_id') === this.#patron_id
  }

  #row(row: Readonly<Record<string, unknown>>): unknown {
    const { guardian, guardian_patron_id } = row
    const isTyped = typeof guardian === 'string' && guardian !== '' && this.#isTheirs(guardian)
    const isWard = guardian_patron_id === this.#patron_id || isTyped
    if (isWard && typeof guardian === 'string') this.names.add(guardian)
    const columns = Object.entries(row).map(([name, value]): readonly [string, unknown] => {
      if (isWard && name === 'guardian') return [name, '']
      if (name === 'guardian_patron_id' && value === this.#patron_id) return [name, null]
      if (name === 'family_patron_id' && value === this.#patron_id) return [name, null]
      return [name, typeof value === 'string' && WORDS_WITHIN.has(name) ? this.without(value) : this.#value(value)]
    })
    return Object.fromEntries(columns)
  }
}

/** What they were called by any entry about them that is kept. Where one says a part of a name, the rest is as now. */
function namesOf(db: WriteHandle, patron_id: PatronId, known: PatronName | null): readonly PatronName[] {
  const blank = { surname: '', given: '', preferred_given: '' }
  const said = db.all(rows.ownNameWords, { patron_id }).map(({ text }) => {
    const { fields = {} } = JSON.parse(text) as { readonly fields?: Partial<PatronName> }
    return { ...(known ?? blank), ...fields }
  })
  return [...(known ? [known] : []), ...said].filter(({ surname, given }) => surname !== '' || given !== '')
}

function rewrite(db: WriteHandle, texts: Texts, forgetting: Forgetting): void {
  for (const { text, ...place } of texts.words) {
    const left = forgetting.without(text)
    if (left === text) continue
    db.run(rows.setWords, { ...place, text: left })
    db.run(forgetSeal, place)
  }
  for (const { text, ...place } of texts.before) db.run(rows.setBefore, { ...place, text: forgetting.without(text) })
  for (const { text, ...key } of texts.merged) db.run(rows.setMerged, { ...key, text: forgetting.without(text) })
}

type Place = { readonly epoch: number; readonly seq: number }
type Texts = {
  readonly words: readonly (Place & { readonly text: string })[]
  readonly before: readonly (Place & { readonly text: string })[]
  readonly merged: readonly { readonly former_patron_id: number; readonly text: string }[]
}

/**
 * @param patron_id somebody who is erased, or a record that became theirs
 * @param known what they are called now
 */
export function forgetAsNamed(db: WriteHandle, patron_id: PatronId, known: PatronName | null): void {
  const patron_ids = db.all(rows.wardsEver, { patron_id }).map((ward) => ward.patron_id)
  const called = patron_ids.length === 0 ? [] : namesOf(db, patron_id, known)
  const linked = new Forgetting(patron_id)
  const named = {
    words: db.all(rows.wordsNaming, { patron_id }),
    before: db.all(rows.beforeNaming, { patron_id }),
    merged: db.all(rows.mergedNaming, { patron_id }),
  }
  rewrite(db, named, linked)
  // The guardian of a ward may have been typed as a name before they were linked.
  const typed = new Forgetting(patron_id, (guardian) => called.some((name) => isNameOf(guardian, name)))
  const naming = {
    words: db.all(rows.guardianWords, { patron_ids }),
    before: db.all(rows.guardianBefore, { patron_ids }),
    merged: db.all(rows.guardianMerged, { patron_ids }),
  }
  rewrite(db, naming, typed)
  // The form of a child that waits for the printer. One word may be part of any other paper.
  for (const name of new Set([...linked.names, ...typed.names])) {
    if (!name.includes(' ')) continue
    db.run(forgetJobsSaying, { words: JSON.stringify(name).slice(1, -1) })
    jobsChanged(db)
  }
}
