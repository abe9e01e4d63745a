/** A patron as a file gets them: what the importer reads of people, each value as the text of a cell. Pure. */

type Cells = Readonly<Record<string, string>>

/** By the columns of patrons.csv, cards.csv and the other files about people. */
export type PatronRecord = {
  readonly patron: Cells
  readonly cards: readonly Cells[]
  readonly addresses: readonly Cells[]
  readonly notes: readonly Cells[]
  readonly blocks: readonly Cells[]
  readonly pickups: readonly Cells[]
  /** Who was told to be another person; each pair at one of the two. */
  readonly apart: readonly Cells[]
  /** The number of the first of their family, themselves included; empty: they are linked to nobody. */
  readonly family_group: string
  /** Whether they have a PIN, which no file gets. */
  readonly has_pin: boolean
}

/** A file of an export: its columns, and the rows that a patron has in it. */
export type OutFile = {
  readonly name: string
  readonly columns: readonly string[]
  /** For a program that takes no byte order mark. */
  readonly isPlain?: true
  /** Whether it says who is family by groups. */
  readonly hasGroups?: boolean
  readonly rowsOf: (record: PatronRecord) => readonly Cells[]
}

/** A row of the store as cells: "is_…" is yes or no, and what is not there is empty. */
export function asCells(row: Readonly<Record<string, string | number | null>>): Cells {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => {
      if (value === null) return [name, '']
      return [name, name.startsWith('is_') ? (value === 1 ? 'yes' : 'no') : String(value)]
    }),
  )
}
