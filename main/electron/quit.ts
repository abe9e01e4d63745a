/**
 * Quitting: the children close first, then the application quits. Does not wait forever: each child has its own limit
 * (child.ts).
 */
import type { App } from 'electron'

/** Quits twice: first the children close, then the application does. */
export function closeBeforeQuit(app: App, log: (line: string) => void, close: () => Promise<unknown>): void {
  let closing: 'not' | 'closing' | 'closed' = 'not'
  app.on('before-quit', (event) => {
    if (closing === 'closed') return
    event.preventDefault()
    if (closing === 'closing') return
    closing = 'closing'
    void close().finally(() => {
      closing = 'closed'
      log('closed')
      app.quit()
    })
  })
}
