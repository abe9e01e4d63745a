/**
 * What comes next once somebody was registered, in the place of the rows: each step has its letter. Records nothing; a
 * scan goes on with the checkout as always.
 */
import type { Act, PageView, Section } from '../../../../shared/desk/page.ts'
import { went } from '../../../../shared/desk/session/session-pages.ts'
import { NEWCOMER, newPatronAbout } from '../../../../shared/patron/new-patron-about.ts'
import { may, mayOwn } from '../../../library/grants.ts'
import { personName } from '../../../search/search-patrons.ts'
import { actorOf } from '../../desk.ts'
import type { ScanTaker } from '../kinds.ts'
import { act, callOf, goTo, page } from '../make.ts'
import { pinAct } from './account-card.ts'
import type { AccountNow } from './account-now.ts'

type Step = Extract<Section, { kind: 'choices' }>['choices'][number]

/** What is scanned shows its row, as after any card. */
export const leaveNewcomer: ScanTaker = (desk, _command, _scanned, ref) => {
  if (ref.about === NEWCOMER.about) desk.session = went(desk.session, null)
  return false
}

export function newcomerPage(now: AccountNow): PageView {
  const { desk, speech, account } = now
  const { newcomer } = speech.words.pages.patrons.card
  const choices = stepsOf(now).map(([step, caption = '']): Step => ({ act: step, caption }))
  return page(desk.library, {
    ref: NEWCOMER,
    heading: newcomer.heading(personName(account.row)),
    lead: newcomer.lead,
    sections: [{ kind: 'choices', section_id: 'steps', heading: '', choices, empty: '' }],
    acts: [],
  })
}

function stepsOf({ desk, speech, account }: AccountNow): readonly (readonly [Act, string?])[] {
  const { patrons, account: words } = speech.words.pages
  const { newcomer } = patrons.card
  const by = actorOf(desk)
  const isOwing = account.owed > 0 && mayOwn(desk.library, by, 'take-money')
  const family = newPatronAbout({ family_of: account.row.patron_id, barcode: '' })
  const welcome = act({ key: 'W', label: words.receipts.welcome, call: callOf('paper.make', { what: 'welcome' }) })
  return [
    ...(isOwing ? ([[goTo({ place: 'pay', about: '' }, newcomer.pay, 'P'), speech.money(account.owed)]] as const) : []),
    [welcome, newcomer.welcome],
    ...(may(desk.library, by, 'register-patron')
      ? ([[goTo({ place: 'patron-new', about: family }, patrons.family.next, 'K'), newcomer.family]] as const)
      : []),
    ...(may(desk.library, by, 'set-patron-pin')
      ? ([[{ ...pinAct(desk, speech, 'S'), weight: 'more' }, newcomer.pin]] as const)
      : []),
  ]
}
