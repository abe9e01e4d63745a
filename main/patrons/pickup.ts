/** Lets a patron pick up for another one, or ends it: reads, asks the rules, makes the entry. */
import { pickupWords } from '../../shared/journal/events/pickups.ts'
import { must } from '../../shared/kernel/assert.ts'
import { patronId, type PatronId } from '../../shared/kernel/ids.ts'
import { pickupFault } from '../../shared/patron/pickups.ts'
import { refuse, type Refusal } from '../../shared/refusals/refusals.ts'
import { Gathering } from '../circulation/charges/gathering.ts'
import { here } from '../library/here.ts'
import type { Library } from '../library/library.ts'
import { childrenOf, guardianOf } from '../store/circulation/eligibility-rows.ts'
import { isErased } from '../store/patrons/erased-patrons.ts'
import { patronById, type PatronRow } from '../store/patrons/patron-rows.ts'
import { holdsReadyAt, pickedUpFor, pickersOf, pickupByRef, type PickupRow } from '../store/patrons/pickup-rows.ts'
import { cardNamed } from './card-named.ts'
import { guardianSees } from './guardian-sees.ts'

/** The other one of the two: who may pick up, or for whom. */
export type Picker = {
  readonly who: PatronRow
  /** Null: by being the guardian of a child. */
  readonly pickup: PickupRow | null
}

function pickerOf(library: Library, patron_id: PatronId, pickup: PickupRow | null): readonly Picker[] {
  if (isErased(library.db, patron_id)) return []
  const who = library.db.get(patronById, { patron_id })
  return who ? [{ who, pickup }] : []
}

/** Each once: a guardian who was let pick up as well stands with that. */
function eachOnce(all: readonly Picker[], self: PatronId): readonly Picker[] {
  const found = new Map<PatronId, Picker>()
  for (const one of all)
    if (one.who.patron_id !== self && !found.has(one.who.patron_id)) found.set(one.who.patron_id, one)
  return [...found.values()]
}

/** Whoever is told a child's titles may take them: below the age that the library names, and never of an adult. */
function isToldToGuardian(library: Library, child: Pick<PatronRow, 'born_on'>): boolean {
  return guardianSees(library, child) === 'titles'
}

/** Everybody who may pick up what waits for this patron. */
export function pickersFor(library: Library, patron_id: PatronId): readonly Picker[] {
  const { db } = library
  const allowed = db.all(pickersOf, { patron_id }).flatMap((one) => pickerOf(library, one.by_patron_id, one))
  const guardian = db.get(guardianOf, { patron_id })?.guardian_patron_id ?? null
  const child = guardian === null ? null : db.get(patronById, { patron_id })
  const isTold = child !== null && isToldToGuardian(library, child)
  const guardians = guardian === null || !isTold ? [] : pickerOf(library, patronId(guardian), null)
  return eachOnce([...allowed, ...guardians], patron_id)
}

/** Everybody for whom this patron may pick up. */
export function picksUpFor(library: Library, patron_id: PatronId): readonly Picker[] {
  const { db } = library
  const allowed = db.all(pickedUpFor, { patron_id }).flatMap((one) => pickerOf(library, one.patron_id, one))
  const children = db
    .all(childrenOf, { patron_id })
    .flatMap((one) => pickerOf(library, one.patron_id, null))
    .filter(({ who }) => isToldToGuardian(library, who))
  return eachOnce([...allowed, ...children], patron_id)
}

export function mayPickUp(library: Library, by: PatronId, patron_id: PatronId): boolean {
  return pickersFor(library, patron_id).some(({ who }) => who.patron_id === by)
}

/** How many items wait at this branch for somebody. */
export function readyHereCount(library: Library, patron_id: PatronId): number {
  if (library.here() === null) return 0
  const { branch, today } = here(library)
  return library.db.get(holdsReadyAt, { patron_id, branch_code: branch.branch_code, today })?.ready_count ?? 0
}

export function countReadyForOthers(library: Library, patron_id: PatronId): number {
  return picksUpFor(library, patron_id).reduce((sum, { who }) => sum + readyHereCount(library, who.patron_id), 0)
}

type Allowing = { readonly gathered: Gathering; readonly who: PatronRow }

/** @param barcode the card of who may pick up */
export function allowingPickup(library: Library, patron_id: PatronId, barcode: string): Allowing | Refusal {
  const card = cardNamed(library, barcode)
  const who = card && library.db.get(patronById, card)
  const known = library.db.all(pickersOf, { patron_id }).map((one) => one.by_patron_id)
  const fault = pickupFault(patron_id, who?.patron_id ?? null, known)
  if (fault !== null) return refuse('pickup-unfit', { fault })
  const by = must(who, 'who has this card')
  const gathered = new Gathering()
  const body = { allowed_on: here(library).today }
  const words = JSON.stringify(pickupWords.parse({ by_patron_id: by.patron_id }))
  gathered.about(patron_id, { kind: 'pickup-allowed', body }, words)
  return { gathered, who: by }
}

type Ending = { readonly gathered: Gathering; readonly who: PatronRow | null }

export function endingPickup(library: Library, patron_id: PatronId, pickup_ref: string): Ending | Refusal {
  const pickup = library.db.get(pickupByRef, { pickup_ref })
  if (pickup?.patron_id !== patron_id) return refuse('pickup-none')
  const gathered = new Gathering()
  // Where records became one, the same person may have been let twice.
  const same = library.db.all(pickersOf, { patron_id }).filter((one) => one.by_patron_id === pickup.by_patron_id)
  for (const one of same)
    gathered.about(patron_id, { kind: 'pickup-ended', body: { pickup_ref: one.pickup_ref, reason: 'ended' } })
  return { gathered, who: library.db.get(patronById, { patron_id: pickup.by_patron_id }) }
}
