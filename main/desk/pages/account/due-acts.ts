/**
 * What is due about the open patron's card, in sight on the account as long as it is: the lists of cards to look after
 * lead here (main/desk/pages/patrons/card-lists.ts).
 */
import { ageOn } from '../../../../shared/catalog/read-people.ts'
import type { Act } from '../../../../shared/desk/page.ts'
import { localDate } from '../../../../shared/kernel/time.ts'
import { addressText } from '../../../../shared/patron/address-text.ts'
import { isGuardianshipOver } from '../../../../shared/patron/guardians.ts'
import { choiceOf } from '../../../patrons/card-choice.ts'
import { typedOf } from '../../../patrons/edit-patron.ts'
import { categoryName } from '../../patrons/card-acts.ts'
import { isAddressDue, isMailBackOf } from '../../../patrons/check-record.ts'
import { addressesOf } from '../../../store/patrons/patron-key-rows.ts'
import { guardianOf } from '../../../store/circulation/eligibility-rows.ts'
import { bouncedOn } from '../../../store/patrons/came-back-rows.ts'
import { personById, registrationOf } from '../../../store/patrons/person-rows.ts'
import { act, callOf, field, goTo } from '../make.ts'
import type { AccountNow } from './account-now.ts'
import type { FamilyRenewal } from './family-renew-act.ts'
import { isCardLost, replaceAct } from './replace-act.ts'
import { isCardUnfitNow, isRenewalInSight, renewAct } from './renew-act.ts'

export function dueActs(now: AccountNow, family: FamilyRenewal | null): readonly Act[] {
  const fitting = categoryToFit(now)
  const renewal = isRenewalInSight(now) ? renewAct(now, fitting.length > 0 ? '' : 'I') : []
  const isMoved = isCardUnfitNow(now)
  const others = [
    // After a move the other card and its fee come first: what is owed leaves room for one of them in sight.
    ...(isMoved ? [...fitting, ...renewal] : []),
    ...merging(now),
    ...reopening(now),
    ...endOfGuardianship(now),
    ...addressCheck(now),
    ...emailToCorrect(now),
    ...registrationCheck(now),
    ...(isCardLost(now) ? replaceAct(now, 'G') : []),
    ...(isMoved ? [] : renewal),
  ]
  // A merge and an e-mail address that has to be corrected come first for the letter.
  const key = others.some((one) => one.key === 'Q') ? '' : 'Q'
  return family?.isInSight ? [...others, family.act(key)] : others
}

/** After a move: the category that the address gives. The renewal and its fee have the letter once it is theirs. */
function categoryToFit({ desk, speech, account }: AccountNow): readonly Act[] {
  const { patron_id } = account.row
  const now = isCardUnfitNow({ desk, account }) ? typedOf(desk.library, patron_id) : null
  const { first, offered } = now ? choiceOf(desk.library, now.typed) : { first: null, offered: [] }
  if (!now || first === null || offered.some((rule) => rule.category_code === now.category_code)) return []
  const { unfit, unfit_says } = speech.words.pages.card_lists.acts
  const call = callOf('patron.edit', { typed: now.typed, category_code: first.category_code, name_proof: '' })
  return [act({ key: 'I', label: unfit(categoryName(desk, first.category_code)), call, says: unfit_says })]
}

/** A closed account lends and renews nothing until it is open again; the renewal has the letter then. */
function reopening({ speech, account }: AccountNow): readonly Act[] {
  if (account.row.is_active === 1) return []
  const { opened, opened_says } = speech.words.pages.card_lists.acts
  return [act({ key: 'I', label: opened, call: callOf('patron.check', { what: 'opened' }), says: opened_says })]
}

/** Under More: that the account is closed, as of somebody who moved away for good. */
export function closingAct({ speech, account }: AccountNow): readonly Act[] {
  if (account.row.is_active !== 1) return []
  const { closed, closed_says } = speech.words.pages.card_lists.acts
  const call = callOf('patron.check', { what: 'closed' })
  return [act({ label: closed, call, says: closed_says, is_grave: true })]
}

/** Whether somebody alike was opened from the form of a new patron: there may be two records of them. */
export function isFromForm({ desk }: Pick<AccountNow, 'desk'>): boolean {
  return desk.session.pages_before.at(-1)?.place === 'patron-new'
}

function merging(now: AccountNow): readonly Act[] {
  const { open } = now.speech.words.pages.patrons.merge
  return isFromForm(now) ? [goTo({ place: 'patron-merge', about: '' }, open, 'Q')] : []
}

/** Under More as long as it is no duty: main/desk/pages/account/account-card.ts. */
export function isGuardianLeft({ desk, account, today }: AccountNow): boolean {
  const { patron_id, guardian, born_on } = account.row
  const isLinked = (desk.library.db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null) !== null
  return isGuardianshipOver(born_on === null ? null : ageOn(localDate(born_on), today)) && (isLinked || guardian !== '')
}

function endOfGuardianship(now: AccountNow): readonly Act[] {
  const { end, end_says } = now.speech.words.pages.patrons.family
  if (!isGuardianLeft(now)) return []
  // Of a lost card the letter gives a new one.
  const key = isCardLost(now) ? '' : 'G'
  return [act({ key, label: end, call: callOf('guardian.end', {}), says: end_says })]
}

function addressCheck({ desk, speech, account }: AccountNow): readonly Act[] {
  const { patron_id } = account.row
  const [home] = desk.library.db.all(addressesOf, { patron_id })
  if (!isAddressDue(desk.library, patron_id)) return []
  const { address, address_says, address_none } = speech.words.pages.card_lists.acts
  const known = home ? addressText(home) : ''
  const says = known === '' ? address_none : address_says(known)
  return [act({ key: 'F', label: address, call: callOf('patron.check', { what: 'address' }), says })]
}

/** Its form asks for the e-mail alone; the rest of the record stays. */
function emailToCorrect({ desk, speech, account }: AccountNow): readonly Act[] {
  const { patron_id } = account.row
  const bounced = desk.library.db.get(bouncedOn, { patron_id })
  const now = bounced ? typedOf(desk.library, patron_id) : null
  if (!bounced || !now) return []
  const { email, email_says } = speech.words.pages.card_lists.acts
  const { options } = speech.words.policy.tables.field_rule.columns.field_name
  const { typed, category_code } = now
  return [
    act({
      // From the form of a new patron the letter merges.
      key: isFromForm({ desk }) ? '' : 'Q',
      label: email,
      says: email_says(typed.email, speech.date(bounced.bounced_on)),
      call: callOf('patron.edit', { typed, category_code, name_proof: '' }),
      asks: [field('typed.email', options.email, 'text', { value: typed.email })],
    }),
  ]
}

/** Under More: that e-mail came back, and once it did, that it arrives after all. */
export function emailActs({ desk, speech, account }: AccountNow): readonly Act[] {
  const { patron_id } = account.row
  const email = desk.library.db.get(personById, { patron_id })?.email ?? ''
  if (email === '') return []
  const { bounced, bounced_says, arrives, arrives_says } = speech.words.pages.card_lists.acts
  const isBounced = desk.library.db.get(bouncedOn, { patron_id }) !== null
  if (isBounced) return [act({ label: arrives, call: callOf('patron.check', { what: 'arrives' }), says: arrives_says })]
  return [act({ label: bounced, call: callOf('patron.check', { what: 'bounced' }), says: bounced_says(email) })]
}

/** Under More: that mail to their address came back, as long as that is not known. */
export function mailAct({ desk, speech, account }: AccountNow): readonly Act[] {
  const { patron_id } = account.row
  if (isMailBackOf(desk.library, patron_id)) return []
  const { mail, mail_says } = speech.words.pages.card_lists.acts
  const [home] = desk.library.db.all(addressesOf, { patron_id })
  const says = mail_says(home ? addressText(home) : '')
  return [act({ label: mail, call: callOf('patron.check', { what: 'mail' }), says })]
}

function registrationCheck({ desk, speech, account }: AccountNow): readonly Act[] {
  const { patron_id } = account.row
  const found = desk.library.db.get(registrationOf, { patron_id })
  if (!found || found.registered_on === null || found.registration_checked_on !== null) return []
  const { registration, registration_says } = speech.words.pages.card_lists.acts
  const says = registration_says(speech.date(found.registered_on))
  return [act({ key: 'J', label: registration, call: callOf('patron.check', { what: 'registration' }), says })]
}
