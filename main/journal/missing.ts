/**
 * What the witnesses of a data folder know of that its journal does not have, and what of that nobody has acknowledged
 * yet. Reads only: the journal's opening enters what is found.
 */
import { eventRefText, parseEvent, type DeskEvent } from '../../shared/journal/event.ts'
import type { Restored, SignerFound } from '../../shared/journal/restored.ts'
import type { SignedHead } from '../../shared/journal/signed-head.ts'
import { isAfter, type Place } from '../../shared/journal/place.ts'
import { missingBy, type Missing, type Reach, type Witness } from '../../shared/journal/witness.ts'
import { readHead, readListed, readEventHash, readTerminal, lastSeqIn } from '../store/journal/journal-rows.ts'
import { LAID_TO, CHECKPOINT } from '../store/policy/library-rows.ts'
import type { ReadHandle } from '../store/sql.ts'
import { readWitnesses } from '../store/files/witness-files.ts'
import { ofThisDesk } from './settled-to.ts'

/** Entries of one kind that are looked through; a desk that lost its end so often has other troubles. */
const LOOKED_AT = 50

/** A start at which entries were found missing, a backup had been put in place, or the signature was not the known. */
export type Loss = {
  readonly event: string
  readonly epoch: number
  readonly at_ms: number
  /** When the last entry was recorded that was there; null when there was none. */
  readonly last_at_ms: number | null
  readonly missing: readonly Missing[]
  readonly restored: Restored | null
  /** Null: it signs with the key it is known by, and what it signed last is there. */
  readonly unproved: 'other' | 'head-gone' | null
}

/**
 * How far the reference file says it has followed the journal. Further than the journal goes: an older journal was laid
 * beside it, whose next numbers the reference file would take for what it has already.
 */
export function reachedByReference(desk: ReadHandle): Place {
  const places = ([LAID_TO, CHECKPOINT] as const).map((name) => ofThisDesk(desk, name))
  return places.reduce((furthest, place) => (isAfter(place, furthest) ? place : furthest))
}

/**
 * By all witnesses, without what an opening before this one has entered.
 * @param signed what this computer signed last, where that is to be compared
 */
export function missingFrom(desk: ReadHandle, folder: string, signed: SignedHead | null = null): readonly Missing[] {
  const journal = reachOf(desk)
  const entered = openings(desk).flatMap(({ body }) => body.missing)
  const isEntered = (one: Missing): boolean =>
    one.hash !== null &&
    entered.some(({ epoch, seq, hash }) => epoch === one.epoch && seq === one.seq && hash === one.hash)
  const witnesses = [...readWitnesses(folder), ...referenceOf(desk, journal)]
  const found = [...witnesses.flatMap((one) => missingBy(one, journal) ?? []), ...missingSigned(signed, journal)]
  return found.filter((one) => !isEntered(one))
}

/** What a head that this computer signed, found beside a backup, knows of that the journal does not have. */
export function missingBeside(desk: ReadHandle, { terminal, epoch, seq, hash, at_ms }: SignedHead): Missing | null {
  return missingBy({ known_by: 'backup', terminal, epoch, seq, hash, at_ms }, reachOf(desk))
}

/** A computer signs one journal: that of another terminal is not what it signed. */
function missingSigned(signed: SignedHead | null, journal: Reach): readonly Missing[] {
  if (!signed) return []
  const { terminal, epoch, seq, hash, at_ms } = signed
  const known_by = 'signed' as const
  if (journal.terminal !== null && journal.terminal !== terminal) {
    return [{ known_by, kind: 'other-history', epoch, seq, hash, at_ms, entries_count: 0, is_at_least: false }]
  }
  return [missingBy({ known_by, terminal, epoch, seq, hash, at_ms }, journal) ?? []].flat()
}

function reachOf(desk: ReadHandle): Reach {
  const last = desk.get(readHead, {})
  return {
    terminal: last ? (desk.get(readTerminal, {})?.terminal_id ?? null) : null,
    last: { epoch: last?.epoch ?? 0, seq: last?.seq ?? 0 },
    hashAt: (epoch, seq) => {
      const found = desk.get(readEventHash, { epoch, seq })
      return found ? Buffer.from(found.hash).toString('hex') : null
    },
    lastSeqIn: (epoch) => desk.get(lastSeqIn, { epoch })?.seq ?? 0,
  }
}

function referenceOf(desk: ReadHandle, { terminal }: Reach): readonly Witness[] {
  const { epoch, seq } = reachedByReference(desk)
  return seq === 0 ? [] : [{ known_by: 'reference', terminal: terminal ?? '', epoch, seq, hash: null, at_ms: null }]
}

type Ended = {
  readonly terminal: string
  readonly head: Place & { readonly hash: Uint8Array; readonly at: number }
}

/** The journal's end, as a witness says it. */
export function witnessOf({ terminal, head }: Ended): Omit<Witness, 'known_by'> {
  const { epoch, seq, hash, at } = head
  return { terminal, epoch, seq, hash: Buffer.from(hash).toString('hex'), at_ms: at }
}

type Opening = Extract<DeskEvent, { kind: 'epoch-opened' }>

/** Newest first. */
function openings(desk: ReadHandle): readonly Opening[] {
  return desk.all(readListed, { kind: 'epoch-opened', limit: LOOKED_AT }).flatMap(({ content }) => {
    const event = parseEvent(content)
    return event.kind === 'epoch-opened' ? [event] : []
  })
}

/** The key that the newest signed opening names, and what was said of it then; null: nothing was ever signed. */
export function signerNamed(desk: ReadHandle): SignerFound | null {
  return openings(desk).find(({ body }) => body.signer !== null)?.body.signer ?? null
}

/** Of a restore the key may be another, or new: the restore itself is told. */
function unprovedOf({ restored, signer }: Opening['body']): Loss['unproved'] {
  if (restored || !signer) return null
  return signer.state === 'other' || signer.state === 'head-gone' ? signer.state : null
}

/** What was found and nobody has acknowledged, newest first. */
export function openLosses(desk: ReadHandle): readonly Loss[] {
  const [newest] = desk.all(readListed, { kind: 'missing-acknowledged', limit: 1 })
  const known = newest ? parseEvent(newest.content) : null
  const seen_epoch = known?.kind === 'missing-acknowledged' ? known.body.epoch : 0
  return openings(desk)
    .filter(({ head, body }) => head.epoch > seen_epoch && !body.is_accepted)
    .map(({ head, body }) => ({
      event: eventRefText(head),
      epoch: head.epoch,
      at_ms: head.at_ms,
      last_at_ms: body.last_at_ms,
      missing: body.missing,
      restored: body.restored,
      unproved: unprovedOf(body),
    }))
    .filter(({ missing, restored, unproved }) => missing.length > 0 || restored !== null || unproved !== null)
}
