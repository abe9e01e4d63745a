/** What is done with the card and the record of the open patron: renewed, replaced, stopped, edited. */
import type { Act } from '../../../../shared/desk/page.ts'
import { isGuardianshipOver } from '../../../../shared/patron/guardians.ts'
import { nameProofs } from '../../../../shared/patron/name-proofs.ts'
import { newPatronAbout } from '../../../../shared/patron/new-patron-about.ts'
import { may } from '../../../library/grants.ts'
import { ageHere } from '../../../library/here.ts'
import { guardianOf } from '../../../store/circulation/eligibility-rows.ts'
import { typedOf } from '../../../patrons/edit-patron.ts'
import { isOrganization } from '../../../library/organizations.ts'
import { pinSetOn } from '../../../store/patrons/record-rows.ts'
import { isOnlyPerson } from '../../../cash/sign-off.ts'
import { isAccountUnseen } from '../../approvals/account-unseen.ts'
import { act, callOf, field, goTo, ownPinField, underMore } from '../make.ts'
import { actorOf } from '../../desk.ts'
import { branchField, categoryOptions, nameProofText, typedFields } from '../patrons/patron-form.ts'
import type { AccountNow } from './account-now.ts'
import type { FamilyRenewal } from './family-renew-act.ts'
import { closingAct, emailActs, isFromForm, isGuardianLeft, mailAct } from './due-acts.ts'
import { isCardLost, replaceAct, whichField } from './replace-act.ts'
import { isRenewalInSight, renewAct } from './renew-act.ts'

export function cardActs(now: AccountNow, family: FamilyRenewal | null): readonly Act[] {
  const { desk, speech, account } = now
  const { patron_id } = account.row
  const { card } = speech.words.pages.patrons
  const lose = act({
    label: card.lose,
    call: callOf('card.lose', { which: '' }),
    says: card.lose_says,
    asks: whichField(now, card.which_lost_hint),
  })
  return underMore([
    ...(isRenewalInSight(now) ? [] : renewAct(now, '')),
    ...(family && !family.isInSight ? [family.act('')] : []),
    ...(isCardLost(now) ? [] : replaceAct(now, '')),
    lose,
    ...editAct(desk, speech, patron_id),
    ...mailAct(now),
    ...emailActs(now),
    ...closingAct(now),
    ...familyActs(now),
    ...pinActs({ desk, speech, account }),
  ])
}

export function pinAct(desk: Now['desk'], speech: Now['speech'], key = ''): Act {
  const { library, session } = desk
  const { pin } = speech.words.pages.patrons
  // Nobody else works here who could set it: the own PIN again says that it is meant.
  const { patron_id } = session
  const isAlone =
    isOnlyPerson(library) &&
    patron_id !== null &&
    isAccountUnseen(desk, patron_id, { part: 'pin', grant: 'set-patron-pin' })
  const hint = pin.hint(library.policy().settings.patron_pin_digits_count)
  return act({
    key,
    label: pin.set,
    call: callOf('patron.set-pin', {}),
    says: pin.set_says,
    asks: [
      field('pin', pin.pin, 'pin', { is_required: true, hint }),
      field('pin_again', pin.pin_again, 'pin', { is_required: true }),
      ...(isAlone ? [ownPinField(speech)] : []),
    ],
  })
}

function pinActs({ desk, speech, account }: Now): readonly Act[] {
  const { pin } = speech.words.pages.patrons
  // What a second person approves is kept until then, and a new PIN is not.
  const sets = may(desk.library, actorOf(desk), 'set-patron-pin') ? [pinAct(desk, speech)] : []
  const has = desk.library.db.get(pinSetOn, { patron_id: account.row.patron_id })
  if (!has) return sets
  const { set_on } = has
  return [
    ...sets,
    act({ label: pin.remove, call: callOf('patron.clear-pin', {}), says: pin.removes(speech.date(set_on)) }),
  ]
}

function familyActs(now: AccountNow): readonly Act[] {
  const { desk, speech, account } = now
  const { patron_id, guardian, born_on } = account.row
  const { family, merge } = speech.words.pages.patrons
  const age_count = ageHere(desk.library, born_on)
  const link = act({
    label: family.link,
    call: callOf('guardian.link', {}),
    asks: [field('barcode', family.link_card, 'card', { is_required: true })],
  })
  const relative = act({
    label: family.relative,
    call: callOf('family.link', {}),
    says: family.relative_says,
    asks: [field('barcode', family.relative_card, 'card', { is_required: true })],
  })
  const end = act({ label: family.end, call: callOf('guardian.end', {}), says: family.end_says })
  const pickup = act({
    label: family.pickup,
    call: callOf('pickup.allow', {}),
    says: family.pickup_says,
    asks: [field('barcode', family.pickup_card, 'card', { is_required: true })],
  })
  const isOrganized = isOrganization(desk.library, account.row.category_code)
  const isLinked = desk.library.db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  return [
    goTo({ place: 'patron-new', about: newPatronAbout({ family_of: patron_id, barcode: '' }) }, family.next, 'K'),
    ...(isFromForm(now) ? [] : [goTo({ place: 'patron-merge', about: '' }, merge.open)]),
    pickup,
    relative,
    ...(isOrganized || isGuardianshipOver(age_count) ? [] : [link]),
    // Once it is a duty, it is in sight.
    ...(isOrganized || (isLinked === null && guardian === '') || isGuardianLeft(now) ? [] : [end]),
  ]
}

type Now = Pick<AccountNow, 'desk' | 'speech' | 'account'>

function editAct(desk: Now['desk'], speech: Now['speech'], patron_id: Parameters<typeof typedOf>[1]): readonly Act[] {
  const { card, form } = speech.words.pages.patrons
  const now = typedOf(desk.library, patron_id)
  if (!now) return []
  const typed = typedFields(desk.library, speech, now.category_code, now.typed)
  const proofs = nameProofs(desk.library.policy().source.proof_kinds)
  // Behind the fields of the name: before the second group.
  const second = typed.findIndex(({ group }, at) => at > 0 && group !== '')
  const ofName = second === -1 ? typed.length : second
  return [
    act({
      label: card.edit,
      send: card.save,
      call: callOf('patron.edit', { typed: now.typed }),
      preview: callOf('patron.edit-preview', { ...now, name_proof: '' }),
      asks: [
        ...typed.slice(0, ofName),
        // Asked for by the refusal alone; Enter passes it over.
        field('name_proof', form.name_proof, 'choice', {
          only_with: 'name_proof',
          options: proofs.map((one) => ({ value: one.code, label: nameProofText(speech, one) })),
        }),
        ...typed.slice(ofName),
        field('category_code', form.category, 'choice', {
          value: now.category_code,
          is_required: true,
          options: [...categoryOptions(desk.library)],
        }),
        ...branchField(desk.library, form.branch, now.branch_code),
      ],
    }),
  ]
}
