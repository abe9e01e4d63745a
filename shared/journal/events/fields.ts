/** The pieces that events are made of. Holds no event. Sealed: must never hold a patron, a card or a record number. */
import { z } from 'zod'

/**
 * A kind of event: the version of its shape, and the shape. What has shipped never changes: another shape is the next
 * version, with a step in upcast.ts that makes it of this one.
 */
export function fact<Shape extends z.ZodRawShape>(v: number, shape: Shape) {
  const body = z.strictObject(shape)
  return { v, body, whole: body } as const
}

/** A kind whose body is wider than its seal: `beside` is what fields may be where they are kept beside it. */
export function factBeside<Shape extends z.ZodRawShape, Beside extends z.ZodRawShape>(
  v: number,
  shape: Shape,
  beside: Beside,
) {
  const wider: Omit<Shape, keyof Beside> & Beside = { ...shape, ...beside }
  return { v, body: z.strictObject(shape), whole: z.strictObject(wider) } as const
}

export const instantMs = z.int()
export const code = z.string().min(1).max(64)
export const itemBarcode = z.string().min(1).max(200)
/** "terminal.epoch.seq" of the event that began it, or "import:…" for what was there before this desk. */
export const ref = z.string().min(1).max(120)
export const count = z.int().nonnegative()
export const amountCents = z.int().positive()
export const onDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)
/** A title by the name the library's data gives it, never by record number. */
export const titleRef = z.string().min(1).max(120)

/** Of a due date that a rule made, and no person. */
export const NOT_BY_HAND = { approved_by: '', set_by_before: '', set_by: '' } as const

/** The status of a loan: `lost` and the two claims stop the fine at the moment they began. */
export const loanStatus = z.enum(['out', 'lost', 'claimed-returned', 'claimed-never-had'])
export type LoanStatus = z.infer<typeof loanStatus>

/** What a person is asked about the money of a return: where a claimed item was, the bill, the receipt. */
export const returnQuestion = z.enum(['claim', 'charge', 'receipt'])
export const foundWhere = z.enum(['shelf', 'brought'])
export const foundAnswer = z.enum(['waive', 'charge', 'leave'])
export const receiptShown = z.enum(['seen', 'none'])

/** A loan whole, so that undoing can restore it. */
export const loanState = z.strictObject({
  loan_ref: ref,
  loan_branch: code,
  out_at_ms: instantMs,
  due_at_ms: instantMs,
  renewals_count: count,
  loan_status: loanStatus,
  status_since_ms: instantMs.nullable(),
  /** The moment whose rules apply to it; null: when it was lent. */
  rules_at_ms: instantMs.nullable(),
  unseen_renewals_count: count,
  /** The clerk who set its due date by hand; empty: the rules set it. */
  due_staff_code: z.string(),
  /** Since when it is recalled; null: it is not. */
  recalled_at_ms: instantMs.nullable(),
})
export type LoanState = z.infer<typeof loanState>

/** Where a hold is: in the queue, put off, on its way, or on the shelf. */
export const holdStatus = z.enum(['waiting', 'suspended', 'in-transit', 'ready'])
export type HoldStatus = z.infer<typeof holdStatus>

/** What of a hold can change, whole, before and after. `item_barcode`: the item that was captured or asked for. */
export const holdState = z.strictObject({
  status: holdStatus,
  pickup_branch: code,
  expires_on: onDate.nullable(),
  suspended_until_on: onDate.nullable(),
  item_barcode: itemBarcode.nullable(),
  /** Last day on the hold shelf; null until it is ready. */
  shelf_until_on: onDate.nullable(),
  pickup_code: z.string().max(20),
})
export type HoldState = z.infer<typeof holdState>

/**
 * An override: the codes of what was overridden, and each approval of it once. `approved_by` is empty when the clerk's
 * own role was enough, `reason` when none was asked for; never both.
 */
export const approval = {
  overridden: z.array(z.string()),
  approvals: z.array(z.strictObject({ approved_by: z.string(), reason: z.string().max(64) })),
}
