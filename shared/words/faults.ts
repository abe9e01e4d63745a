/** What a clerk reads of a failure: what failed, what became of the work, and the way out. Pure. */
import { OPERATING_ERRORS, type OperatingCode } from '../kernel/outcome.ts'

export type FaultWords = {
  readonly codes: Readonly<Record<OperatingCode, { readonly says: string; readonly way_out: string }>>
  /** What is certain about the work; `file`: about one file of an import. */
  readonly nothing: Readonly<Record<'recorded' | 'changed' | 'file', string>>
  /** Where the same act can be tried again. */
  readonly again: Readonly<Partial<Record<OperatingCode, string>>>
  /** The entry is on disk, and what came after it failed. */
  readonly recorded: string
  readonly mistake: (number: string) => string
  readonly recorded_mistake: (number: string) => string
  /** Of work that nobody waits for. */
  readonly later_mistake: string
  /** For whoever stands there, where the person who asked does not read it. */
  readonly later_unseen: string
  readonly not_answered: string
  readonly import_mistake: string
  readonly import_not_read: string
}

type Speaker = { readonly faults: FaultWords }

/** @param of the file of an import, of which alone it is said what became */
export function faultText({ faults }: Speaker, code: OperatingCode, of: 'work' | 'file' = 'work'): string {
  const { says, way_out } = faults.codes[code]
  const nothing = OPERATING_ERRORS[code]
  const kept = nothing === null ? '' : faults.nothing[of === 'file' ? 'file' : nothing]
  return [says, kept, way_out, faults.again[code] ?? ''].filter((part) => part !== '').join(' ')
}

/** The entry is on disk: nothing asks to do it again, which would do it twice. */
export function faultAfterRecording({ faults }: Speaker, code: OperatingCode): string {
  const { says, way_out } = faults.codes[code]
  return [faults.recorded, says, way_out].filter((part) => part !== '').join(' ')
}
