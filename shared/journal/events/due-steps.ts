/**
 * How a due date came about, step by step, as codes and facts: sealed with the loan, and said in any language at any
 * time. Which rule held is told by the loan's rule code, and is no step.
 */
import { z } from 'zod'
import { code, count, instantMs, onDate } from './fields.ts'

/** Closed on that day each week, or once, for a reason that the library wrote down or did not. */
const closed = { closed_on: onDate, is_weekly: z.boolean(), reason: z.string() }
/** What a period was counted from: now, or when the loan was due. Renewal 0 is the loan itself. */
const counted = { renewal_number: count, is_from_due: z.boolean() }
const promised = { days_count: count, from_on: onDate, to_on: onDate }

/** What is sealed: nothing about the patron who has the item. */
export const dueStep = z.discriminatedUnion('code', [
  z.strictObject({
    code: z.literal('days-from'),
    period_count: count,
    unit: z.enum(['days', 'open days', 'weeks', 'months']),
    from_on: onDate,
    ...counted,
  }),
  z.strictObject({
    code: z.literal('hours-from'),
    period_count: count,
    unit: z.enum(['hours', 'minutes']),
    from_ms: instantMs,
    is_closed_skipped: z.boolean(),
    ...counted,
  }),
  z.strictObject({ code: z.literal('closed-day'), ...closed, to_on: onDate }),
  /** A loan by the hour that would end on a closed day: back to a closing, or on to an opening. */
  z.strictObject({ code: z.literal('closed-day-hours'), ...closed, to_ms: instantMs, is_back: z.boolean() }),
  z.strictObject({ code: z.literal('closed-then'), closed_ms: instantMs, to_ms: instantMs }),
  /** The date a rule fixes, its own or that of a schedule's range of days. */
  z.strictObject({
    code: z.literal('fixed-date'),
    use: z.enum(['passed', 'not-after', 'not-before', 'exactly']),
    due_on: onDate,
    range: z.strictObject({ schedule_code: code, from_on: onDate, to_on: onDate }).nullable(),
  }),
  z.strictObject({ code: z.literal('no-fixed-date'), schedule_code: code, on: onDate }),
  /** It goes back to the library that lent it. */
  z.strictObject({ code: z.literal('lender'), to_on: onDate }),
  /** From when it was due it would be late immediately. */
  z.strictObject({ code: z.literal('from-today') }),
  z.strictObject({ code: z.literal('unseen'), unseen_count: count, limit_count: count }),
  z.strictObject({ code: z.literal('recall-promised'), ...promised }),
  z.strictObject({ code: z.literal('recall-return'), ...promised }),
])
export type SealedStep = z.infer<typeof dueStep>

/**
 * Cut back to the day the card expires, or the last open day before it. Few cards expire on one day, so this is
 * kept beside the seal and is forgotten with the patron it is about.
 */
const besideStep = z.strictObject({ code: z.literal('card-expires'), is_closed: z.boolean() })

/** A step of a due date as it was made. */
export const wholeStep = z.discriminatedUnion('code', [...dueStep.options, besideStep])
export type DueStep = z.infer<typeof wholeStep>

/** Whether the step may be sealed; the one about a card may not. */
export function isSealedStep(step: DueStep): step is SealedStep {
  return step.code !== 'card-expires'
}
