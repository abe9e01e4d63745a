/**
 * The effect of a waiver, shown while it is typed: what stays owed, and which blocks it lifts. Reads what waiving reads
 * and records nothing; where waiving would be refused it says so, or nothing.
 */
import { owingLess } from '../../../shared/circulation/loans/owing-less.ts'
import type { PreviewLine } from '../../../shared/desk/page.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { cents } from '../../../shared/kernel/money.ts'
import { patronFacts, readAccount } from '../../circulation/accounts/account.ts'
import type { Desk } from '../desk.ts'
import { here } from '../../library/here.ts'
import { speechOf } from '../clerk-language.ts'
import { openCharges } from '../../circulation/charges/charge-reading.ts'

export function previewWaive(
  desk: Desk,
  { charge_ref, amount_cents }: Input<'charge.waive-preview'>,
): readonly PreviewLine[] {
  const speech = speechOf(desk)
  const { now, today } = here(desk.library)
  const { patron_id } = desk.session
  const account = patron_id === null ? null : readAccount(desk.library, patron_id, today)
  if (!account || patron_id === null) return []
  const charge = openCharges(desk.library, patron_id).find(({ state }) => state.charge_ref === charge_ref)
  if (!charge || charge.state.owed_cents === 0) return []
  const { owed_cents } = charge.state
  const waived = cents(amount_cents ?? owed_cents)
  const { preview } = speech.words.outcomes.money
  if (waived > owed_cents) return [{ text: preview.more(speech.money(owed_cents)), tone: 'stop' }]
  const in_all = speech.money(cents(account.owed - waived))
  const part = speech.money(cents(owed_cents - waived))
  const { lifted, kept } = owingLess(patronFacts(account, now), waived, today)
  return [
    { text: waived === owed_cents ? preview.in_all(in_all) : preview.part(part, in_all), tone: 'plain' },
    ...lifted.map((one): PreviewLine => ({ text: preview.lifted(speech.short(one.code)), tone: 'good' })),
    ...kept.map((one): PreviewLine => ({ text: preview.stays(speech.short(one.code)), tone: 'warn' })),
  ]
}
