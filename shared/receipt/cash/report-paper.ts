/**
 * The X and the Z report on paper: everything of a drawer session that an auditor asks for, and what another person
 * has to look at. Names no patron (pos-peers R20). Two prints of one Z are the same but for the mark.
 */
import type { CashReport, ReportClosing, TenderReport, VarianceSaid } from '../../cash/report-facts.ts'
import { addCents, cents, type Cents } from '../../kernel/money.ts'
import { compose, heading, item, line, plain, RULE, SPACE } from '../blocks.ts'
import type { Block, ReceiptDocument } from '../document.ts'
import { inGroups, sayMoment, sayMoney, sayWithYear } from '../say.ts'
import type { Words } from '../words/en.ts'
import {
  marked,
  officeHead,
  partLine,
  pieceLines,
  reasonName,
  sayWhose,
  sessionLines,
  signLines,
  type CashPaperFacts,
} from './cash-facts.ts'
import { inKind, letOff } from './report-let-off.ts'
import { coveredBreaks, countBlocks, openingDifference, signedOff } from './report-counts.ts'

export type ReportFacts = CashPaperFacts & { readonly report: CashReport }

type Section = (facts: ReportFacts, words: Words) => readonly Block[]

const minus = (amount: Cents): Cents => cents(0 - amount)

const head: Section = (facts, words) => {
  const { report } = facts
  const { cash } = words
  const { closing, numbers } = report
  const title = closing === null ? cash.x_report : cash.z_report(closing.full_z_number)
  const closed =
    closing === null
      ? []
      : [
          line(cash.closed, sayMoment(words, closing.closed_at, facts)),
          line(cash.closed_by, closing.closed_by_initials),
          line(cash.z_counter, String(closing.z_number)),
          line(cash.grand_total, sayMoney(closing.grand_total_cents, facts)),
          ...(closing.epoch > 1 ? plain(cash.grand_total_epoch(closing.epoch)) : []),
        ]
  return [
    ...officeHead(facts, words, title),
    ...(closing === null ? plain(cash.changes_nothing) : []),
    line(cash.drawer, report.drawer_name),
    line(cash.business_day, sayWithYear(words, report.business_on, facts)),
    ...sessionLines(facts, words, report),
    ...closed,
    RULE,
    ...(numbers === null
      ? plain(cash.no_receipts)
      : [line(cash.numbers, cash.first_to_last(numbers.first, numbers.last))]),
    ...(report.by_hand.length === 0 ? [] : [line(cash.by_hand(report.by_hand.length), report.by_hand.join(', '))]),
  ]
}

const counts: Section = (facts, words) => {
  const { counts } = facts.report
  const { cash } = words
  return [
    line(cash.receipts, String(counts.receipts_count)),
    line(cash.voided(counts.voids_count), sayMoney(counts.voided_cents, facts)),
    line(cash.refunds, String(counts.refunds_count)),
    line(cash.no_sales, String(counts.no_sales_count)),
    line(cash.changes_made, String(counts.changes_made_count)),
    ...(counts.key_openings_count === 0 ? [] : [line(cash.key_openings, String(counts.key_openings_count))]),
    ...(counts.refused_outs_count === 0 ? [] : [line(cash.refused_outs, String(counts.refused_outs_count))]),
  ]
}

const byTender: Section = (facts, words) => {
  const { cash } = words
  const tenders = facts.report.tenders.flatMap(({ tender, receipted_cents, refunded_cents }) => [
    line(cash.tender[tender], '', true),
    line(cash.receipted, sayMoney(receipted_cents, facts)),
    line(cash.refunded, sayMoney(minus(refunded_cents), facts)),
    line(cash.net, sayMoney(cents(receipted_cents - refunded_cents), facts)),
  ])
  return [heading(cash.by_tender), ...tenders]
}

const byFund: Section = (facts, words) => {
  const { report } = facts
  const { cash } = words
  const funds = report.funds.flatMap((one) => {
    const { receipted_cents, refunded_cents } = one
    const net = sayMoney(cents(receipted_cents - refunded_cents), facts)
    const said = line(sayWhose(words, facts, one), net)
    if (refunded_cents === 0) return [said]
    return [
      said,
      partLine(cash.receipted, sayMoney(receipted_cents, facts)),
      partLine(cash.refunded, sayMoney(minus(refunded_cents), facts)),
    ]
  })
  const net = report.funds.map((one) => cents(one.receipted_cents - one.refunded_cents))
  const { tax_cents, rounding_cents, office_checks_cents, kept_credit, others_credit } = report
  const kept = cents(kept_credit.receipted_cents - kept_credit.refunded_cents)
  const isKept = kept_credit.receipted_cents + kept_credit.refunded_cents > 0
  const office = office_checks_cents === 0 ? [] : [line(cash.office_checks, sayMoney(office_checks_cents, facts))]
  return [
    heading(cash.by_fund),
    ...funds,
    line(cash.tax, sayMoney(tax_cents, facts)),
    line(cash.rounding, sayMoney(rounding_cents, facts)),
    ...office,
    ...(isKept ? [line(cash.kept_credit, sayMoney(kept, facts))] : []),
    line(words.total, sayMoney(addCents(...net, kept, tax_cents, rounding_cents, office_checks_cents), facts), true),
    ...letOff(facts, words),
    ...inKind(facts, words),
    ...(others_credit.receipts_count === 0
      ? []
      : [line(cash.others_credit(others_credit.receipts_count), sayMoney(others_credit.amount_cents, facts))]),
  ]
}

/** How the cash came to what it should be. */
const drawer: Section = (facts, words) => {
  const { report } = facts
  const { cash } = words
  const signed = (way: 'in' | 'out', amount: Cents): string => sayMoney(way === 'in' ? amount : minus(amount), facts)
  const ofCash = report.tenders.find(({ tender }) => tender === 'cash')
  const taken =
    ofCash === undefined
      ? []
      : [
          line(cash.receipted, sayMoney(ofCash.receipted_cents, facts)),
          line(cash.refunded, sayMoney(minus(ofCash.refunded_cents), facts)),
        ]
  const paid = report.paid.map(({ way, reason_code, amount_cents }) => {
    const reason = reasonName(facts, reason_code)
    return line(way === 'in' ? cash.paid_in(reason) : cash.paid_out(reason), signed(way, amount_cents))
  })
  const placed = report.placed.map(({ way, place, amount_cents }) => {
    return line((way === 'in' ? cash.placed_in : cash.placed_out)[place], signed(way, amount_cents))
  })
  const expected = ofCash === undefined ? [] : [line(cash.expected, sayMoney(ofCash.expected_cents, facts), true)]
  return [
    heading(cash.cash_in_drawer),
    line(cash.opening_float, sayMoney(report.float_cents, facts)),
    ...taken,
    ...paid,
    ...placed,
    ...expected,
  ]
}

/** Over and short of one tender are said beside it, and never set off against those of another. */
function difference(facts: ReportFacts, words: Words, one: TenderReport): readonly Block[] {
  const { counted_cents, expected_cents } = one
  const { cash } = words
  if (counted_cents === null) return []
  const by = counted_cents - expected_cents
  if (by === 0) return [line(cash.agrees, '')]
  return [line(by > 0 ? cash.over : cash.short, sayMoney(cents(Math.abs(by)), facts), true)]
}

const threeWay: Section = (facts, words) => {
  const { cash } = words
  const tenders = facts.report.tenders.flatMap((one) => {
    const { tender, counted_cents, expected_cents } = one
    const missing = facts.report.closing === null ? cash.not_counted : cash.not_read
    const counted = counted_cents === null ? missing : sayMoney(counted_cents, facts)
    return [
      line(cash.tender[tender], '', true),
      line(cash.by_ledger, sayMoney(expected_cents, facts)),
      line(tender === 'card' ? cash.by_batch : cash.by_drawer, counted),
      ...difference(facts, words, one),
    ]
  })
  return [heading(cash.three_way), ...tenders]
}

function variance(facts: ReportFacts, words: Words, said: VarianceSaid): readonly Block[] {
  const { cash } = words
  const { reason_code, signed_off_by_initials } = said
  const counted = facts.report.tenders.filter(({ tender }) => tender === said.tender)
  const isUnread = counted.some(({ counted_cents }) => counted_cents === null)
  return [
    line(cash.tender[said.tender], isUnread ? cash.not_read : '', true),
    ...counted.flatMap((one) => difference(facts, words, one)),
    ...(reason_code === '' ? [] : [line(cash.reason, reasonName(facts, reason_code))]),
    ...(said.note === '' ? [] : [line(cash.note, said.note)]),
    ...signedOff(words, signed_off_by_initials),
  ]
}

/** Nothing goes to the bank from a drawer that is handed over. */
function toBank(facts: ReportFacts, words: Words, { bag }: ReportClosing): readonly Block[] {
  const { cash } = words
  const bag_cents = addCents(bag.drawer_cents, bag.safe_cents, bag.checks_cents)
  if (bag_cents === 0) return []
  return [
    RULE,
    heading(cash.to_bank),
    ...(bag.bag_number === '' ? [] : [line(cash.bag_number, bag.bag_number)]),
    line(cash.from_drawer, sayMoney(bag.drawer_cents, facts)),
    line(cash.from_safe, sayMoney(bag.safe_cents, facts)),
    line(cash.tender.check, sayMoney(bag.checks_cents, facts)),
    line(words.total, sayMoney(bag_cents, facts), true),
  ]
}

/** What stays and what goes to the bank: together what was counted, and what the safe gave. */
function whereItGoes(facts: ReportFacts, words: Words, closing: ReportClosing): readonly Block[] {
  const { cash } = words
  const { left, left_cents, left_checks_cents, float_by_cents, handed_to_initials } = closing
  const label = cash.tender.cash
  const stays = left === null ? [line(label, sayMoney(left_cents, facts), true)] : pieceLines(facts, left, label)
  return [
    heading(cash.left_in_drawer),
    ...(left_cents === 0 ? plain(cash.nothing_left) : stays),
    ...(left_checks_cents === 0 ? [] : [line(cash.tender.check, sayMoney(left_checks_cents, facts), true)]),
    ...(float_by_cents === 0
      ? []
      : [line(cash.float_by(float_by_cents > 0), sayMoney(cents(Math.abs(float_by_cents)), facts), true)]),
    ...(handed_to_initials === '' ? [] : [line(cash.handed_to, handed_to_initials)]),
    ...toBank(facts, words, closing),
  ]
}

function closingPart(facts: ReportFacts, words: Words, closing: ReportClosing): readonly Block[] {
  const { cash } = words
  const { variances, reviews } = closing
  return [
    ...(variances.length === 0
      ? []
      : [RULE, heading(cash.variances), ...variances.flatMap((one) => variance(facts, words, one))]),
    RULE,
    ...whereItGoes(facts, words, closing),
    ...(reviews.length === 0
      ? []
      : [
          RULE,
          heading(cash.review),
          ...reviews.flatMap((task) => plain(cash.review_task[task])),
          SPACE,
          ...signLines(cash.reviewed_by, cash.signed_on),
        ]),
  ]
}

const late: Section = (facts, words) => {
  const { late_arrivals } = facts.report
  const { cash } = words
  if (late_arrivals.length === 0) return []
  const items = late_arrivals.map((one) => {
    const { what, name, full_z_number, belongs_on, arrived_at, amount_cents, by_cents } = one
    const titles = {
      paper: cash.late_paper(name),
      banked: cash.late_banked(name),
      settled: cash.late_settled,
      reviewed: cash.late_reviewed,
      disagreed: cash.late_disagreed,
      safe: cash.late_safe,
      'change-fund': cash.late_change_fund,
      bagged: cash.late_bagged(name),
    }
    const off = by_cents === 0 ? '' : `${by_cents > 0 ? cash.over : cash.short} `
    return item({
      title: titles[what],
      details: [
        cash.late_of(sayWithYear(words, belongs_on, facts), full_z_number),
        cash.late_arrived(sayMoment(words, arrived_at, facts)),
      ],
      left: off === '' ? '' : `${off}${sayMoney(cents(Math.abs(by_cents)), facts)}`,
      right: amount_cents === 0 ? '' : sayMoney(amount_cents, facts),
    })
  })
  return [RULE, heading(cash.late_arrivals), ...items]
}

export function reportPaper(asked: ReportFacts, words: Words): ReceiptDocument {
  const { closing, head: journal } = asked.report
  // A Z report says its dates as on the day of closing, whenever it is printed again.
  const facts = closing === null ? asked : { ...asked, printed_at: closing.closed_at }
  const said = [head, counts, byTender, byFund, drawer, threeWay, countBlocks]
  const sections = said.map((section) => section(facts, words))
  return compose(
    'drawer-report',
    facts,
    words,
    marked(facts, words, false, [
      ...sections.flatMap((blocks, at) => (at < 2 ? [blocks] : [[RULE], blocks])),
      openingDifference(facts, words),
      coveredBreaks(facts, words),
      late(facts, words),
      closing === null ? [] : closingPart(facts, words, closing),
      RULE,
      line(words.cash.journal, words.cash.entries(journal.entries_count)),
      plain(inGroups(journal.hash)),
    ]),
  )
}
