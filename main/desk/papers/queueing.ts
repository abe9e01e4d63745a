/**
 * Sends papers to the receipt printer of this desk: each becomes a job on disk, with the entry that it tells of, or
 * behind it. The clerk goes on; the spooler prints.
 */
import { receiptPrinter } from '../../../shared/devices/job-choice.ts'
import type { JobDraft } from '../../../shared/devices/job.ts'
import type { DeviceSetup } from '../../../shared/devices/setup.ts'
import type { PaperDraft } from '../../../shared/desk/papers.ts'
import { eventRefText, parseEventRef } from '../../../shared/journal/event.ts'
import { asCopy, type ReceiptDocument } from '../../../shared/receipt/document.ts'
import { deviceName } from '../../../shared/devices/device-name.ts'
import { isSlipPrinted } from '../../../shared/receipt/paper-kinds.ts'
import { queueAfter } from '../../journal/jobs.ts'
import { speechOf } from '../clerk-language.ts'
import type { Desk } from '../desk.ts'

/** The printer that receipts go to; null: none is set up, and the system's dialog prints. */
export function printerHere({ devices }: Desk): DeviceSetup | null {
  return devices.host === 'none' ? null : receiptPrinter(devices.own, (one) => devices.isReady(one))
}

/** "Printer 1"; empty: none. */
export function printerSaid(desk: Desk): string {
  const printer = printerHere(desk)
  return printer === null ? '' : nameOf(desk, printer)
}

function nameOf(desk: Desk, { device_code }: DeviceSetup): string {
  return deviceName(speechOf(desk).words.pages, device_code)
}

export function receiptJob(printer: DeviceSetup, document: ReceiptDocument): Extract<JobDraft, { kind: 'receipt' }> {
  return { kind: 'receipt', payload: { document }, device_code: printer.device_code }
}

export type Queued = {
  readonly documents: readonly ReceiptDocument[]
  /** The entries that they tell of, newest first; none: they follow whatever was recorded last. */
  readonly tells: readonly string[]
  /** Made fresh each time, and never a copy. */
  readonly is_list?: boolean
}

/** Queues papers that one key asks for, for the receipt printer. @returns where they went; null without a printer */
export function queuePapers(desk: Desk, asked: readonly Queued[]): string | null {
  const printer = printerHere(desk)
  const papers = asked.filter(({ documents }) => documents.length > 0)
  if (printer === null || papers.length === 0) return null
  const { journal, clock } = desk.library
  const { epoch, seq } = journal.head
  const last = eventRefText({ terminal: journal.terminal, epoch, seq })
  const made = papers.map(({ documents, tells, is_list = false }) => ({
    event_ref: tells.find((ref) => parseEventRef(ref) !== null) ?? last,
    papers: documents.map((document) => receiptJob(printer, document)),
    is_list,
  }))
  queueAfter(journal, made, clock.now())
  return sentSaid(desk, printer)
}

/** A slip that comes out by itself: what prints it, to be recorded with its return, and where it goes, in words. */
type SlipPrinted = { readonly jobs: readonly JobDraft[]; readonly says: string }

/**
 * The slip of a return goes to the printer by itself where the library wants that: the item is in the clerk's hand.
 * @returns null: it is shown beside the work, and printed when it is asked for
 */
export function slipPrinted(desk: Desk, slip: ReceiptDocument | null): SlipPrinted | null {
  const printer = printerHere(desk)
  if (slip === null || printer === null || !isSlipPrinted(desk.library.policy().settings, slip.kind)) return null
  const { slip: on, slip_waits } = speechOf(desk).words.outcomes.devices.printing
  const says = (desk.devices.isReady(printer) ? on : slip_waits)(nameOf(desk, printer))
  return { jobs: [receiptJob(printer, slip)], says }
}

/** "Sent to Printer 1", or that it waits there. */
export function sentSaid(desk: Desk, printer: DeviceSetup): string {
  const { on, waits } = speechOf(desk).words.outcomes.devices.printing
  return (desk.devices.isReady(printer) ? on : waits)(nameOf(desk, printer))
}

/**
 * The receipt of a patron who leaves goes to the printer, if they want it and there is one.
 * @returns the paper as it is kept from then on, and where it went
 */
export function printLeaving<
  Paper extends PaperDraft & { readonly is_wanted: boolean; readonly queued: readonly Queued[] },
>(desk: Desk, receipt: Paper | null): { readonly receipt: Paper | null; readonly sent: string | null } {
  if (!receipt?.is_wanted) return { receipt, sent: null }
  const { documents, queued } = receipt
  const sent = queuePapers(desk, queued)
  if (sent === null) return { receipt, sent }
  const printed = { ...receipt, documents: documents.map(asCopy), is_given: true, is_beside: false }
  return { receipt: printed, sent }
}
