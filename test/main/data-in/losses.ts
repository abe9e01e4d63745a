/** What a loss report says of a field, and whether its figures add up. */
import { expect } from 'vitest'
import type { OutLoss } from '../../../shared/import/files-out/form-files.ts'
import type { LossLine } from '../../../shared/import/mapping/loss-line.ts'

type Losses = readonly (LossLine | OutLoss)[]

/** Filled, carried, changed, dropped. */
export function lossCounts(losses: Losses, place: string): readonly number[] | undefined {
  const line = losses.find(({ file, column }) => `${file}: ${column}` === place)
  return line && [line.filled_count, line.carried_count, line.changed_count, line.dropped_count]
}

export function expectAddedUp(losses: Losses): void {
  for (const { file, column, filled_count, carried_count, changed_count, dropped_count, left_out_count } of losses) {
    const sum = carried_count + changed_count + dropped_count + left_out_count
    expect([file, column, sum]).toEqual([file, column, filled_count])
  }
}
