/**
 * Takes somebody who is erased out of what is kept of others: as the guardian of a child, by number and name, as
 * family, and as another person than whom they resemble. Words beside entries, and what an undo would give back, say it
 * no more. Must never touch an entry itself, which is sealed.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
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

  constructor(patron_id: PatronId) {
    this.#patron_id = patron_id
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
    if (Array.isArray(value)) return value.map((one) => this.#value(one))
    return typeof value === 'object' && value !== null ? this.#row(value as Record<string, unknown>) : value
  }

  #row(row: Readonly<Record<string, unknown>>): unknown {
    const { guardian, guardian_patron_id } = row
    const isWard = guardian_patron_id === this.#patron_id
    if (isWard && typeof guardian === 'string') this.names.add(guardian)
    const columns = Object.entries(row).flatMap(([name, value]): (readonly [string, unknown])[] => {
      if (/^(?:not_)?apart_patron_id$/.test(name) && value === this.#patron_id) return []
      if (isWard && name === 'guardian') return [[name, '']]
      if (isWard && name === 'guardian_patron_id') return [[name, null]]
      if (name === 'family_patron_id' && value === this.#patron_id) return [[name, null]]
      return [[name, typeof value === 'string' && WORDS_WITHIN.has(name) ? this.without(value) : this.#value(value)]]
    })
    return Object.fromEntries(columns)
  }
}

/** @param patron_id somebody who is erased, or a record that became theirs */
export function forgetAsNamed(db: WriteHandle, patron_id: PatronId): void {
  const forgetting = new Forgetting(patron_id)
  for (const { text, ...place } of db.all(rows.wordsNaming, { patron_id })) {
    const left = forgetting.without(text)
    if (left === text) continue
    db.run(rows.setWords, { ...place, text: left })
    db.run(forgetSeal, place)
  }
  for (const { text, ...place } of db.all(rows.beforeNaming, { patron_id }))
    db.run(rows.setBefore, { ...place, text: forgetting.without(text) })
  for (const { text, ...key } of db.all(rows.mergedNaming, { patron_id }))
    db.run(rows.setMerged, { ...key, text: forgetting.without(text) })
  // The form of a child that waits for the printer. One word may be part of any other paper.
  for (const name of forgetting.names) {
    if (!name.includes(' ')) continue
    db.run(forgetJobsSaying, { words: JSON.stringify(name).slice(1, -1) })
    jobsChanged(db)
  }
}
