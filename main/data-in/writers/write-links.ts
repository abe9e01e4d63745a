/**
 * Links of the patrons of a file: who answers for whom, and who is family. A row may name one further down, so that
 * they are put at the end of the file. A link that no desk would make is refused, and told at its row.
 */
import { ageOn } from '../../../shared/catalog/read-people.ts'
import type { PatronRow } from '../../../shared/import/formats-people.ts'
import type { RowFault } from '../../../shared/import/reason.ts'
import { patronId, type PatronId } from '../../../shared/kernel/ids.ts'
import { localDate } from '../../../shared/kernel/time.ts'
import { isMinor } from '../../../shared/patron/guardians.ts'
import * as rows from '../../store/import/import-people-rows.ts'
import { childrenOf, guardianOf } from '../../store/circulation/eligibility-rows.ts'
import { isLinkKept } from './own-person.ts'
import type { WriteContext } from '../write-context.ts'

type Row = { readonly patron_id: PatronId; readonly line: number }
/** `number`: what the cell says. */
type Named = Row & { readonly number: string }
type Linked = Named & { readonly to: PatronId }
type Refused = 'guardian-minor' | 'guardian-has-wards' | 'guardian-loop'

/** A chain of guardians is followed so far. */
const CHAIN_MAX = 50

export class Links {
  readonly #context: WriteContext
  readonly #guardians: Named[] = []
  readonly #families: Named[] = []
  /** Those of a group behind its first one, who becomes their family. */
  readonly #grouped: (Row & { readonly first: PatronId })[] = []
  readonly #groups = new Map<string, Row>()
  readonly #several = new Set<string>()

  constructor(context: WriteContext) {
    this.#context = context
    context.whenRead(() => {
      this.#putGuardians()
      this.#putFamilies()
      context.facts.lone_groups_count = this.#loneCount()
    })
  }

  take(row: Row, { guardian_id, family_id, family_group }: Said): void {
    const { patron_id, line } = row
    if (guardian_id !== '') this.#guardians.push({ patron_id, line, number: guardian_id })
    else if (this.#context.facts.columns.has('guardian_id')) this.#setGuardian({ ...row, number: '' }, null)
    if (family_id !== '') this.#families.push({ patron_id, line, number: family_id })
    else if (family_group !== '') this.#takeGrouped(row, family_group)
  }

  #takeGrouped({ patron_id, line }: Row, group: string): void {
    const first = this.#groups.get(group)
    if (!first || this.#context.facts.left_out.has(first.line)) this.#groups.set(group, { patron_id, line })
    else {
      this.#several.add(group)
      this.#grouped.push({ patron_id, line, first: first.patron_id })
    }
  }

  #putGuardians(): void {
    const found = this.#guardians.flatMap((one) => this.#found(one, 'guardian') ?? [])
    const put = found.filter((one) => this.#setGuardian(one, one.to))
    // Once nobody is a guardian who is a child, chains are looked for; of those all are judged before any is ended.
    const grown = put.filter((one) => !this.#refuse(one, this.#isMinor(one.to) ? 'guardian-minor' : null))
    const judged = grown.map((one) => [one, this.#chainFault(one)] as const)
    for (const [one, fault] of judged) this.#refuse(one, fault)
  }

  #loneCount(): number {
    return [...this.#groups].filter(
      ([group, { line }]) => !this.#several.has(group) && !this.#context.facts.left_out.has(line),
    ).length
  }

  #putFamilies(): void {
    const { connection } = this.#context
    const found = this.#families.flatMap((one) => this.#found(one, 'family') ?? [])
    const grouped = this.#grouped
      .filter(({ line }) => !this.#context.facts.left_out.has(line))
      .map(({ patron_id, line, first }): Linked => ({ patron_id, line, number: '', to: first }))
    for (const one of [...found, ...grouped]) {
      const { patron_id, to, number } = one
      const column = number === '' ? 'family_group' : 'family_id'
      if (!isLinkKept(this.#context, one, 'family_patron_id', { to, column, number }))
        connection.run(rows.setFamily, { patron_id, family_patron_id: to })
    }
  }

  /** Whom a row names; null, and told, where that is nobody. */
  #found(one: Named, kind: 'guardian' | 'family'): Linked | null {
    const { line, patron_id, number } = one
    if (this.#context.facts.left_out.has(line)) return null
    const to = this.#context.patronNamed(number)
    const column = `${kind}_id`
    const fault: RowFault | null =
      to === null
        ? this.#context.noLinked(number, column)
        : to === patron_id
          ? { column, value: number, reason: { code: `${kind}-self` } }
          : null
    if (to !== null && fault === null) return { ...one, to }
    if (fault !== null) this.#context.note(line, fault)
    if (kind === 'guardian') this.#setGuardian(one, null)
    return null
  }

  /** @returns whether it is put: what this desk put there itself stays */
  #setGuardian(one: Named, guardian_patron_id: PatronId | null): boolean {
    const { patron_id, number } = one
    const says = { to: guardian_patron_id, column: 'guardian_id', number }
    if (isLinkKept(this.#context, one, 'guardian_patron_id', says)) return false
    this.#context.connection.run(rows.setGuardian, { patron_id, guardian_patron_id })
    return true
  }

  #refuse({ patron_id, line, number: value }: Linked, code: Refused | null): boolean {
    if (code === null) return false
    this.#context.note(line, { column: 'guardian_id', value, reason: { code } })
    this.#context.connection.run(rows.setGuardian, { patron_id, guardian_patron_id: null })
    return true
  }

  #isMinor(patron_id: PatronId): boolean {
    const born = this.#context.connection.get(rows.bornAt, { patron_id })
    const today = born && this.#context.todayAt(born.branch_code)
    return born?.born_on && today ? isMinor(ageOn(localDate(born.born_on), today)) : false
  }

  /** Nobody both has a guardian and is one. */
  #chainFault({ patron_id, to }: Linked): Refused | null {
    const { connection } = this.#context
    let at: number | null = to
    for (let step = 0; step < CHAIN_MAX && at !== null; step += 1) {
      at = connection.get(guardianOf, { patron_id: patronId(at) })?.guardian_patron_id ?? null
      if (at === patron_id) return 'guardian-loop'
    }
    return connection.get(childrenOf, { patron_id }) === null ? null : 'guardian-has-wards'
  }
}

type Said = Pick<PatronRow, 'guardian_id' | 'family_id' | 'family_group'>
