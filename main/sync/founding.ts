/**
 * Brings the library to its central server, piece by piece, and goes on where it stopped. The desk works meanwhile;
 * what it records since then follows as uploads.
 */
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ChainEnd } from '../../shared/protocol/central.ts'
import type { Journal } from '../journal/journal.ts'
import { FoundingCopy, hasFoundingCopy, makeFoundingCopy } from '../journal/sync/founding-copy.ts'
import { endFounding, sendPiece, type Session } from './call-central.ts'

/** Known pieces are skipped so many at a time before the desk gets its turn. */
const PIECES_A_TURN = 16

type FoundingPorts = Session & {
  /** Which piece central wants next. */
  readonly next_piece: number
  /** From 0 to 1. */
  readonly onProgress: (progress: number) => void
}

/** @returns where the journal ended in the copy: central has it up to there */
export async function found(journal: Journal, { onProgress, ...ports }: FoundingPorts): Promise<ChainEnd> {
  const isNew = ports.next_piece === 0 || !hasFoundingCopy(journal)
  if (isNew) await makeFoundingCopy(journal, () => nextTurn())
  const next_piece = isNew ? 0 : ports.next_piece
  const copy = new FoundingCopy(journal)
  try {
    const { rows_count } = copy
    let done_count = 0
    let number = 0
    for (const piece of copy.pieces()) {
      done_count += piece.tables.reduce((sum, { rows }) => sum + rows.length, 0)
      if (number >= next_piece) {
        await sendPiece(ports, number, JSON.stringify(piece))
        onProgress(done_count / Math.max(1, rows_count))
      } else if (number % PIECES_A_TURN === 0) await nextTurn()
      number += 1
    }
    return await endFounding(ports, number, copy.end)
  } finally {
    copy.close()
  }
}
