/**
 * The account of the open patron as a page: who, what is out, what waits, what is owed, notes. Each part is a file of
 * its own that gives its sections and acts. Must never show anybody but the patron who is open.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { readAccount } from '../../../circulation/accounts/account.ts'
import { here } from '../../../library/here.ts'
import type { Desk } from '../../desk.ts'
import { speechOf } from '../../clerk-language.ts'
import { personName } from '../../../search/search-patrons.ts'
import { cardActs } from './account-card.ts'
import { accountCharges } from './account-charges.ts'
import { accountPaid } from './account-paid.ts'
import { accountHolds } from './account-holds.ts'
import { accountLoans, goneLoans } from './account-loans.ts'
import { moneyActs, moneyFacts } from './account-money.ts'
import { accountNotes, noteActs } from './account-notes.ts'
import type { AccountNow } from './account-now.ts'
import { dueActs } from './due-acts.ts'
import { familyRenewal } from './family-renew-act.ts'
import { familySection, personFacts, whoInOneLine } from './account-people.ts'
import { newcomerPage } from './newcomer.ts'
import { pickupSection } from './account-pickups.ts'
import { receiptActs, receiptFact } from './account-receipts.ts'
import { NEWCOMER } from '../../../../shared/patron/new-patron-about.ts'
import { sentences } from '../../../../shared/desk/words/words.ts'
import { homeLines } from '../../papers/registration.ts'
import { showLabels } from '../this-desk/labels.ts'
import { act, callOf, facts, goTo, page, text, underMore } from '../make.ts'

/**
 * In the order of the screen: what is worked with, and in the column beside it what is looked up. The loans come first
 * of what has rows: Down, n times, is the n-th loan. A part with nothing to show has no section.
 */
const MAIN: readonly ((now: AccountNow) => readonly Section[])[] = [accountLoans, goneLoans, accountHolds]
const ASIDE: readonly ((now: AccountNow) => readonly Section[])[] = [
  money,
  accountCharges,
  accountPaid,
  accountNotes,
  familySection,
  pickupSection,
  whoIsThis,
]

export function accountPage(desk: Desk, about: string): PageView | null {
  const { patron_id, card_status } = desk.session
  if (patron_id === null) return null
  const place = here(desk.library)
  const account = readAccount(desk.library, patron_id, place.today, card_status)
  if (!account) return null
  const now = { ...place, desk, speech: speechOf(desk), account }
  if (about === NEWCOMER.about) return newcomerPage(now)
  const main = MAIN.flatMap((part) => part(now))
  const beside = ASIDE.flatMap((part) => part(now))
  const sections = [...main, ...beside]
  const none = nothingOf(now, new Set(sections.map((one) => one.section_id)))
  return page(desk.library, {
    ref: { place: 'account', about: '' },
    heading: personName(account.row),
    lead: whoInOneLine(now),
    sections: [...sections, ...none],
    aside: [...beside, ...none].map((one) => one.section_id),
    acts: acts(now),
  })
}

/** One line for the parts that have nothing to show, so that nobody looks for them. */
function nothingOf({ speech }: AccountNow, shown: ReadonlySet<string>): readonly Section[] {
  const { none } = speech.words.pages.account
  const missing = (['holds', 'charges', 'notes'] as const).filter((part) => !shown.has(part))
  return missing.length === 0 ? [] : [text('none', '', [sentences(...missing.map((part) => none[part]))])]
}

function acts(now: AccountNow): readonly Act[] {
  const renewAll = act({
    key: 'A',
    label: now.speech.words.pages.account.renew_all,
    call: callOf('desk.renew-all', {}),
  })
  const family = familyRenewal(now)
  return [
    ...payActs(now),
    ...dueActs(now, family),
    ...(now.account.loans.length === 0 ? [] : [renewAll]),
    ...noteActs(now),
    ...moneyActs(now),
    ...receiptActs(now),
    ...cardActs(now, family),
    ...underMore(labelActs(now)),
    privacyAct(now),
  ]
}

/** What an account that owes is opened for, before anything else; each has the key of the desk. */
function payActs({ speech, account }: AccountNow): readonly Act[] {
  const { acts: named } = speech.words.screen.keys
  const of = (place: 'pay' | 'waive'): Act => goTo({ place, about: '' }, named[place].label)
  return account.owed > 0 ? [of('pay'), of('waive')] : []
}

function labelActs({ speech, account, desk }: AccountNow): readonly Act[] {
  const { labels } = speech.words.pages
  const isKnown = homeLines(desk.library, account.row.patron_id).length > 0
  return [showLabels('card', '', labels.card), ...(isKnown ? [showLabels('mail', '', labels.mail)] : [])]
}

/** Who was told what, who looked, their own data, erasing. */
function privacyAct({ speech }: AccountNow): Act {
  return goTo({ place: 'privacy', about: '' }, speech.words.pages.account.confidentiality, 'Y')
}

function whoIsThis(now: AccountNow): readonly Section[] {
  const { speech } = now
  const words = speech.words.pages.account.who
  return [facts('who', '', [...personFacts(now), [words.receipts, receiptFact(now)]])]
}

function money(now: AccountNow): readonly Section[] {
  return [facts('money', '', moneyFacts(now))]
}
