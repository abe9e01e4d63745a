/**
 * The numbers by which patrons, titles and items go are leased in blocks by the authority: a central server, or this
 * desk while it is alone. A number is given once and never again, so it means the same in every copy of the library's
 * data. Pure.
 */
import { assert } from './assert.ts'
import type { Random } from './ids.ts'

/** Numbers from `next` up to, and without, `end`. */
export type NumberBlock = { readonly next: number; readonly end: number }

/** What a desk may give out: what was leased, and a reserve of its own for when nobody answers. */
export type Leased = { readonly blocks: readonly NumberBlock[]; readonly reserve: NumberBlock }

export const BLOCK_SIZE = 4096
/** With fewer left the desk asks for the next block: enough for a busy day while the authority is away. */
export const ASK_BELOW = 1024

/** Far above every block, one stretch for each desk: what two desks give out while alone never meets. */
export const RESERVES_FROM = 2 ** 36
export const RESERVE_SIZE = 2 ** 16

/** The reserve of the authority's first, second… desk. */
export function reserveOf(desk_number: number): NumberBlock {
  assert(Number.isSafeInteger(desk_number) && desk_number >= 0, `not the number of a desk: ${desk_number}`)
  const next = RESERVES_FROM + desk_number * RESERVE_SIZE
  return { next, end: next + RESERVE_SIZE }
}

/** The block that follows all that was leased or is in use. */
export function blockAfter(highest: number): NumberBlock {
  assert(highest + BLOCK_SIZE < RESERVES_FROM, 'a block below the reserves')
  return { next: highest + 1, end: highest + 1 + BLOCK_SIZE }
}

/** More than a desk gives out in the years between two backups. */
export const LEAP_MIN = 2 ** 20
/** The share of the room below the reserves that one leap takes at most: 2 ** 28 of it at first. */
const LEAP_SHARE = 1 / 256
/** No leap takes these: they are given out one by one. */
const ROOM_KEPT = 2 ** 30
const ALONE_FROM = 2 ** 40
const ALONE_TO = 2 ** 52

/**
 * What a desk goes on with whose files are older than what it gave: the backup does not know of the numbers given after
 * it, here or at another computer that was set up from the same backup. The block is empty, at a random place beyond
 * all of them, and the next one follows it; so does the reserve, far above the reserves that an authority gives. A leap
 * takes a share of the room that is left: two computers that take turns on one folder leap each day, and never come to
 * the end of it. After some 2,400 leaps they get shorter than LEAP_MIN.
 */
export function leasedBeyond(highest: number, random: Random): Leased {
  const most = Math.floor(Math.max(0, RESERVES_FROM - ROOM_KEPT - highest) * LEAP_SHARE)
  const least = Math.min(LEAP_MIN, Math.floor(most / 2))
  const next = highest + 1 + least + below(most - least + 1, random)
  const reserve = ALONE_FROM + below(ALONE_TO - ALONE_FROM - RESERVE_SIZE, random)
  return { blocks: [{ next, end: next }], reserve: { next: reserve, end: reserve + RESERVE_SIZE } }
}

/** A whole number from 0 to below `limit`, which is far below 2^56. */
function below(limit: number, random: Random): number {
  return Number(random.bytes(7).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n) % BigInt(limit))
}

function leftIn({ next, end }: NumberBlock): number {
  return end - next
}

/** Whether to ask for another block now, while there are still numbers to go on with. */
export function wantsBlock({ blocks }: Leased): boolean {
  return blocks.reduce((sum, block) => sum + leftIn(block), 0) < ASK_BELOW
}

/** A block from the authority; one that was answered twice is the same block. */
export function withBlock(leased: Leased, block: NumberBlock): Leased {
  const isKnown = leased.blocks.some(({ next, end }) => end === block.end && next >= block.next)
  if (isKnown) return leased
  const isApart = [...leased.blocks, leased.reserve].every((one) => block.end <= one.next || block.next >= one.end)
  assert(isApart, 'no number is leased twice')
  return { ...leased, blocks: [...leased.blocks, block] }
}

/** The next number, from the blocks in their order, then from the reserve; null when that is used up too. */
export function takeNumber({ blocks, reserve }: Leased): { readonly number: number; readonly left: Leased } | null {
  const [block, ...later] = blocks.filter((one) => leftIn(one) > 0)
  if (block) {
    const used = { ...block, next: block.next + 1 }
    return { number: block.next, left: { blocks: [used, ...later], reserve } }
  }
  if (leftIn(reserve) === 0) return null
  return { number: reserve.next, left: { blocks: [], reserve: { ...reserve, next: reserve.next + 1 } } }
}
