/**
 * Statements of the lists of cards to look after: a page of each, from an index in its order, and how long it is, up to
 * a bound. Every result is private.
 */
import type { PatronId } from '../../../shared/kernel/ids.ts'
import type { LocalDate } from '../../../shared/kernel/time.ts'
import type { Statement } from '../sql.ts'

/** Who is listed, and the day it is about: the expiry, the birth date, the last check, the registration. */
export type ListedRow = { readonly patron_id: PatronId; readonly on_date: LocalDate | null }
type Page = { readonly limit: number; readonly offset: number }
type Counted = { readonly listed_count: number }

export type ListStatements<P extends Readonly<Record<string, unknown>>> = {
  readonly page: Statement<P & Page, ListedRow>
  /** Counts no further than `limit`. */
  readonly count: Statement<P & { readonly limit: number }, Counted>
}

type From<P> = {
  /** What is read, from where, under which conditions. */
  readonly source: string
  readonly on_date: string
  /** Null: in the order in which they are found. */
  readonly order: string | null
  readonly with?: string
  readonly values: (params: P) => readonly unknown[]
}

function list<P extends Readonly<Record<string, unknown>>>(from: From<P>): ListStatements<P> {
  const { source, on_date, order, values } = from
  const before = from.with ?? ''
  const ordered = order === null ? '' : `ORDER BY ${order}`
  return {
    page: {
      sql: `${before} SELECT patron.patron_id, ${on_date} AS on_date FROM ${source} ${ordered}
        LIMIT ? + 0 OFFSET ? + 0`,
      bind: (p) => [...values(p), p.limit, p.offset],
    },
    count: {
      sql: `${before} SELECT count(*) AS listed_count
        FROM (SELECT patron.patron_id FROM ${source} LIMIT ? + 0) AS listed`,
      bind: (p) => [...values(p), p.limit],
    },
  }
}

/** Cards that end from one day to another, the first to end first. */
export const expiring = list<{ from_on: LocalDate; to_on: LocalDate }>({
  source: 'patron WHERE expires_on IS NOT NULL AND is_active = 1 AND expires_on BETWEEN ? AND ?',
  on_date: 'expires_on',
  order: 'expires_on, patron_id',
  values: (p) => [p.from_on, p.to_on],
})

/** Whose card does not fit their address since an edit, the longest first. */
export const unfit = list<Readonly<Record<string, never>>>({
  source: 'patron WHERE unfit_on IS NOT NULL AND is_active = 1',
  on_date: 'unfit_on',
  order: 'unfit_on, patron_id',
  values: () => [],
})

/** Whoever was born by a day and still has a guardian, the oldest first. */
export const ofAge = list<{ born_to_on: LocalDate }>({
  source: `patron INDEXED BY patron_ward WHERE born_on IS NOT NULL AND is_active = 1 AND born_on <= ?
    AND (guardian_patron_id IS NOT NULL OR guardian <> '')`,
  on_date: 'born_on',
  order: 'born_on, patron_id',
  values: (p) => [p.born_to_on],
})

/** To whom mail came back, each once. @see isMailBack, which says the same */
export const mailBack = list<{ due_by_on: LocalDate; today: LocalDate }>({
  source: `patron_block AS block INDEXED BY patron_block_mail CROSS JOIN patron ON patron.patron_id = block.patron_id
    WHERE block.kind LIKE 'address%' AND (block.until_on IS NULL OR block.until_on >= ?)
      AND patron.is_active = 1 AND coalesce(patron.address_checked_on, '') < coalesce(block.from_on, ?)
    GROUP BY block.patron_id`,
  on_date: 'max(block.from_on)',
  order: 'block.patron_id',
  values: (p) => [p.today, p.due_by_on],
})

/** Whose e-mail bounced, the first of them first. */
export const emailBounced = list<Readonly<Record<string, never>>>({
  source: `patron_email_bounce AS bounce INDEXED BY patron_email_bounced
    CROSS JOIN patron ON patron.patron_id = bounce.patron_id WHERE patron.is_active = 1`,
  on_date: 'bounce.bounced_on',
  order: 'bounce.bounced_on, bounce.patron_id',
  values: () => [],
})

const MONTH = `coalesce(substr(expires_on, 1, 7), '9999')`

/**
 * Of one category that is checked yearly, cards in use whose address is due again, by the month in which they expire:
 * those never checked first. `addressDue` says the same. Each month is sought apart, so that who expired or was checked
 * is passed over; they come in the order of the months, and of the index within one.
 */
export const addressDue = list<{ category_code: string; due_by_on: LocalDate; today: LocalDate }>({
  with: `WITH RECURSIVE month (of) AS (
      SELECT min(${MONTH}) FROM patron WHERE is_active = 1 AND category_code = ? AND ${MONTH} >= substr(?, 1, 7)
      UNION ALL SELECT (SELECT min(${MONTH}) FROM patron
          WHERE is_active = 1 AND category_code = ? AND ${MONTH} > month.of)
        FROM month WHERE month.of IS NOT NULL)`,
  source: `month CROSS JOIN patron INDEXED BY patron_address_checked
      ON is_active = 1 AND category_code = ? AND ${MONTH} = month.of AND coalesce(address_checked_on, '') <= ?
    WHERE expires_on IS NULL OR expires_on >= ?`,
  on_date: `nullif(coalesce(address_checked_on, ''), '')`,
  order: null,
  values: ({ category_code: category, due_by_on, today }) => [category, today, category, category, due_by_on, today],
})

/** Registered at this desk, at which nobody looked again; also on a day to come, while the clock was ahead. */
export const registeredHere = list<Readonly<Record<string, never>>>({
  source: `patron WHERE registered_on IS NOT NULL AND registration_checked_on IS NULL AND is_active = 1
    AND external_id LIKE 'desk:%'`,
  on_date: 'registered_on',
  order: 'registered_on, patron_id',
  values: () => [],
})
