/** Which central server this desk is enrolled at, and how far that one has its journal: kept beside the journal. */
import { z } from 'zod'
import type { Place } from '../../../shared/journal/place.ts'
import { acknowledge, ackedTo, forgetServer } from '../acknowledged.ts'
import type { Writing } from '../journal.ts'
import { ownDocument, readOwn, writeOwn } from '../own-values.ts'
import type { Central } from '../settle.ts'

const OWN_CENTRAL = 'central'

const enrolledShape = z.strictObject({ url: z.string(), library_id: z.string() })
export type Enrolled = z.infer<typeof enrolledShape>

const NOTHING: Place = { epoch: 0, seq: 0 }

/** What the library asks of its central server, as it is now. */
export class OwnCentral implements Central {
  readonly #writing: Writing
  #enrolled: Enrolled | null
  #offset_ms: number | null = null

  constructor(writing: Writing) {
    this.#writing = writing
    const kept = enrolledShape.safeParse(ownDocument(readOwn(writing.writes.db, OWN_CENTRAL)))
    this.#enrolled = kept.success ? kept.data : null
  }

  get enrolled(): Enrolled | null {
    return this.#enrolled
  }

  get is_alone(): boolean {
    return this.#enrolled === null
  }

  readonly offset_ms = (): number | null => this.#offset_ms

  /** A clock that runs well changes it by less than that, and a seal holds it: it moves by more alone. */
  noteOffset(ms: number): void {
    const rounded = Math.round(ms / 1000) * 1000
    if (this.#offset_ms === null || Math.abs(rounded - this.#offset_ms) > 2000) this.#offset_ms = rounded
  }

  /** Up to where the server has this journal. */
  get acknowledged(): Place {
    return ackedTo(this.#writing.writes.db) ?? NOTHING
  }

  acknowledge(to: Place): void {
    acknowledge(this.#writing.writes.db, to)
  }

  /** From here on nothing is forgotten before the server has it. */
  join(enrolled: Enrolled): void {
    const { db } = this.#writing.writes
    writeOwn(this.#writing, { [OWN_CENTRAL]: JSON.stringify(enrolled) })
    forgetServer(db)
    acknowledge(db, NOTHING)
    this.#enrolled = enrolled
  }

  /** The desk is its own authority again. */
  leave(): void {
    writeOwn(this.#writing, { [OWN_CENTRAL]: '' })
    forgetServer(this.#writing.writes.db)
    this.#enrolled = null
    this.#offset_ms = null
  }
}
