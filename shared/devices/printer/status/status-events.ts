/** What a printer tells: facts, one an event, each time it tells them. The reader compares them with what it knew. */

export const PRINTER_FAULTS = ['none', 'cutter', 'too-hot', 'unrecoverable', 'other'] as const
export type PrinterFault = (typeof PRINTER_FAULTS)[number]

/** The questions in real time of ESC/POS: DLE EOT 1 to 4. */
export type StatusQuestion = 1 | 2 | 3 | 4

export type PrinterEvent =
  | { readonly event: 'online'; readonly is_online: boolean }
  | { readonly event: 'cover'; readonly is_open: boolean }
  | { readonly event: 'paper'; readonly paper: 'enough' | 'near-end' | 'out' }
  | { readonly event: 'fault'; readonly fault: PrinterFault }
  /**
   * The level at the connector of the drawer. Which level means open depends on the drawer: it is learned once, with
   * the drawer open and shut before a person.
   */
  | { readonly event: 'drawer'; readonly level: 'low' | 'high' }
  /** Everything up to the end of this job is printed; of a printer that only knows `gs-r`, it is read. */
  | { readonly event: 'acknowledged'; readonly job: number }
  /**
   * What came is no status of this printer: a wrong profile, the wrong speed of a serial line, another device. Told
   * once, however much of it comes.
   */
  | { readonly event: 'nonsense' }
