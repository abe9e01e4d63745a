/** What starting real Electron and starting the stand-in have in common. Types only. */
import type { Page } from 'playwright-core'

/** What each kind of start gives. `exited` resolves with the exit code of main, null when a signal ended it. */
export type Started = {
  readonly kind: 'electron' | 'standin'
  readonly main_pid: number
  readonly exited: Promise<number | null>
  /** Waits for the desk's page; for another one than `other`, when that one crashed. */
  readonly findPage: (other?: Page) => Promise<Page>
  /** The page of the practice desk that the application was closed for. */
  readonly practicePage: () => Promise<Page>
  /** Starts the application once more over the same folder; the exit code of that second start. */
  readonly startSecond: () => Promise<number | null>
  readonly quit: () => Promise<void>
}

export type StartPlan = {
  readonly mainFile: string
  readonly userData: string
  readonly env: NodeJS.ProcessEnv
  readonly headed: boolean
}
