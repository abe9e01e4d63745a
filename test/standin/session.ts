/**
 * `session`: the request filter really filters. The permission handlers are stored and never asked, because Chromium
 * here denies by itself; only real Electron shows that they work.
 */
type Filter = (details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void

class StandinSession {
  #filter: Filter | null = null
  readonly handlers = new Map<string, unknown>()
  readonly webRequest = {
    onBeforeRequest: (filter: Filter): void => {
      this.#filter = filter
    },
  }

  setPermissionRequestHandler(handler: unknown): void {
    this.handlers.set('request', handler)
  }

  setPermissionCheckHandler(handler: unknown): void {
    this.handlers.set('check', handler)
  }

  setDevicePermissionHandler(handler: unknown): void {
    this.handlers.set('device', handler)
  }

  async mayRequest(url: string): Promise<boolean> {
    const filter = this.#filter
    if (!filter) return true
    return new Promise((resolve) => filter({ url }, ({ cancel }) => resolve(cancel !== true)))
  }
}

export const session = { defaultSession: new StandinSession() }
