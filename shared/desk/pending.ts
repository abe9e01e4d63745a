/**
 * What a row waits for: an answer, a supervisor's approval, a reason. Pure data with the words of its keys;
 * main/desk/answer.ts does what an answer does. Must never hold a PIN, nor say who a patron is: the row is on the
 * screen.
 */
import type { RefusalCode } from '../refusals/refusals.ts'
import { ANSWERS, type QuestionAbout, type ReturnSaid } from '../circulation/lost/return-question.ts'
import type { CommandId, TitleId } from '../kernel/ids.ts'
import { MS_PER_MINUTE } from '../kernel/time.ts'
import type { Grant } from '../staff/permissions.ts'
import { OVERRIDE_REASONS, PAGE_REASONS, WAIVE_REASONS, type Reason } from '../staff/reasons.ts'

/** A second person has this long to approve. */
export const APPROVAL_MS = 2 * MS_PER_MINUTE

/** One refusal that a person answered or overrode, the approver if not the clerk, and the code of the reason. */
export type Override = { readonly code: RefusalCode; readonly approved_by: string; readonly reason: string }

/** What was asked, as the work log calls it, and every refusal of it. */
export type RefusedAct = { readonly act: string; readonly codes: readonly RefusalCode[] }

/** What to do once every refusal is answered. `overrides`: the earlier ones on this row. */
export type LoanWish = {
  readonly act: 'lend' | 'take-back-and-lend' | 'renew'
  readonly item_barcode: string
  readonly overrides: readonly Override[]
  /** It was set aside for another patron: 2 checks it out and ends that hold. */
  readonly is_kept?: boolean
  /** Nobody has shown the item: the renewal counts as unseen. */
  readonly is_unseen?: boolean
  /** The limit counts shown on the row: an answer covers those and no others. */
  readonly limits_shown?: readonly string[]
}

/** A method call beyond the clerk's role: carried out as it was asked, once it is approved. */
export type CallWish = {
  readonly act: 'call'
  readonly method: string
  readonly input: Readonly<Record<string, unknown>>
  /** Made when it was asked: approved twice across a crash, it is done once. */
  readonly command_id: CommandId
  readonly grant: Grant
  /** Cents or days, by the grant's ceiling. */
  readonly reach: number
  /** Which reasons to ask for once it is approved; omitted: none, because the input has one or needs none. */
  readonly why?: 'waived' | 'opened'
}

/** What a service asks approval of; making the row adds the rest. */
export type AskedCall = Omit<CallWish, 'act' | 'command_id'>

export type Wish = LoanWish | CallWish

type Asking = { readonly wish: Wish; readonly codes: readonly RefusalCode[] }

export type Pending =
  /** 1 does it: the clerk's own role answers all `codes`. A rule among them needs a reason first. */
  | ({ readonly ask: 'answer' } & Asking)
  /** 1 asks a supervisor. */
  | ({ readonly ask: 'offer' } & Asking)
  /** A supervisor's badge, or initials and PIN, until then. */
  | ({ readonly ask: 'approval'; readonly until_ms: number } & Asking)
  /** A digit picks the reason. `approved_by` is empty when the clerk's own role was enough. */
  | ({ readonly ask: 'reason'; readonly approved_by: string } & Asking)
  | { readonly ask: 'card-or-item'; readonly barcode: string }
  /** 1 makes a record for an unknown barcode. An offer: nothing waits for it. */
  | { readonly ask: 'make-item'; readonly barcode: string }
  /** A digit shows one of the titles with this ISBN. An offer: nothing waits for it. */
  | { readonly ask: 'which-title'; readonly titles: readonly { readonly title_id: TitleId; readonly title: string }[] }
  /** 1, 2 or 3: how the person picking up a hold was verified; without the ways that nobody can check. */
  | {
      readonly ask: 'hand-over'
      readonly item_barcode: string
      readonly hold_ref: string
      readonly is_born_known: boolean
      readonly is_code_known: boolean
    }
  /** A digit answers a return's question about its money. `said`: earlier answers on this row. */
  | {
      readonly ask: 'return'
      readonly question_ref: string
      readonly about: QuestionAbout
      readonly said: ReturnSaid
    }

/** An offer holds nothing back: going on declines it. */
export function isOffer({ ask }: Pending): boolean {
  return ask === 'make-item' || ask === 'which-title'
}

const CALL_REASONS = { waived: WAIVE_REASONS, opened: PAGE_REASONS } as const

/** The reasons to choose from before it is done; null when it needs none. `isRule`: a rule refuses it. */
export function reasonsFor(wish: Wish, isRule: boolean): readonly Reason[] | null {
  if (wish.act === 'call') return wish.why === undefined ? null : CALL_REASONS[wish.why]
  return isRule ? OVERRIDE_REASONS : null
}

type Choices = readonly { readonly key: string; readonly label: string }[]

const ANSWER_LABELS: Readonly<Record<Wish['act'], string>> = {
  lend: 'Lend it all the same',
  'take-back-and-lend': 'Check in, then out',
  renew: 'Renew it all the same',
  call: 'Do it all the same',
}

/** The keys of a row that waits for this. */
export function choicesOf(pending: Pending): Choices {
  switch (pending.ask) {
    case 'answer':
      return [{ key: '1', label: answerLabel(pending) }, ...endingHold(pending)]
    case 'offer':
      return [{ key: '1', label: 'Ask for approval' }]
    case 'approval':
      return [{ key: '1', label: 'Type initials and PIN' }]
    case 'reason':
      return (reasonsFor(pending.wish, true) ?? []).map((reason, index) => ({
        key: String(index + 1),
        label: reason.label,
      }))
    case 'hand-over':
      return [
        { key: '1', label: 'Photo ID seen' },
        ...(pending.is_born_known ? [{ key: '2', label: 'Birth date answered' }] : []),
        ...(pending.is_code_known ? [{ key: '3', label: 'Pick-up code' }] : []),
      ]
    case 'return':
      return ANSWERS[pending.about].map(({ label }, index) => ({ key: String(index + 1), label }))
    case 'which-title':
      return pending.titles.map(({ title }, index) => ({ key: String(index + 1), label: title }))
    case 'make-item':
      return [{ key: '1', label: 'Make a record for it' }]
    case 'card-or-item':
      return [
        { key: '1', label: 'The card' },
        { key: '2', label: 'The item' },
      ]
  }
}

/** The patron it was set aside for keeps waiting, unless the clerk knows better. */
function endingHold({ wish, codes }: Asking): Choices {
  if (wish.act === 'call' || !wish.is_kept || !codes.includes('hold-waits')) return []
  return [{ key: '2', label: 'Lend it, and cancel that hold' }]
}

function answerLabel({ wish, codes }: Asking): string {
  if (codes.includes('out-to-same')) return 'Renew it'
  if (wish.act === 'lend' && codes.every((code) => code === 'item-lost')) return 'It is found: lend it'
  return ANSWER_LABELS[wish.act]
}
