/**
 * The account of the open patron as a page: who, what is out, what waits, what is owed, notes. Each part is a file of
 * its own that gives its sections and acts. Must never show anybody but the patron who is open.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { outCount, readAccount } from '../../../circulation/accounts/account.ts'
import { here } from '../../../library/here.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { personName } from '../../../search/search-patrons.ts'
import { accountCharges } from './account-charges.ts'
import { accountHolds } from './account-holds.ts'
import { accountLoans, goneLoans } from './account-loans.ts'
import { moneyActs, moneyFacts } from './account-money.ts'
import { accountNotes, noteActs } from './account-notes.ts'
import type { AccountNow } from './account-now.ts'
import { familySection, personFacts } from './account-people.ts'
import { receiptActs, receiptFact } from './account-receipts.ts'
import { act, callOf, facts, goTo, page } from '../make.ts'

/** In the order of the screen. The loans come first of what has rows: Down, n times, is the n-th loan. */
const PARTS: readonly ((now: AccountNow) => Section | readonly Section[])[] = [
  whoIsThis,
  accountLoans,
  goneLoans,
  accountHolds,
  accountCharges,
  familySection,
  accountNotes,
]

export function accountPage(desk: Desk): PageView | null {
  const { patron_id, card_status } = desk.session
  if (patron_id === null) return null
  const place = here(desk.library)
  const account = readAccount(desk.library, patron_id, place.today, card_status)
  if (!account) return null
  const now = { ...place, desk, speech: speechOf(desk), account }
  return page(desk.library, {
    ref: { place: 'account', about: '' },
    heading: personName(account.row),
    sections: PARTS.flatMap((part) => part(now)),
    acts: acts(now),
  })
}

function acts(now: AccountNow): readonly Act[] {
  const renewAll = act({
    key: 'A',
    label: now.speech.words.pages.account.renew_all,
    call: callOf('desk.renew-all', {}),
  })
  return [
    ...(now.account.loans.length === 0 ? [] : [renewAll]),
    ...noteActs(now),
    ...moneyActs(now),
    ...receiptActs(now),
    privacyAct(now),
  ]
}

/** Who was told what, who looked, their own data, erasing. */
function privacyAct({ speech }: AccountNow): Act {
  return goTo({ place: 'privacy', about: '' }, speech.words.pages.account.confidentiality, 'Y')
}

function whoIsThis(now: AccountNow): Section {
  const { speech, account } = now
  const { row, owed } = account
  const words = speech.words.pages.account.who
  const out_count = outCount(account)
  return facts('who', '', [
    ...personFacts(now),
    [words.out, row.loans_count_max === null ? String(out_count) : words.out_of(out_count, row.loans_count_max)],
    [words.owed, speech.money(owed), owed > 0 ? 'warn' : 'plain'],
    ...moneyFacts(now),
    [words.receipts, receiptFact(now)],
  ])
}
