/**
 * `protocol`: the application's own scheme. Chromium here knows no app://, so an address of the scheme is shown at an
 * https origin that never leaves the machine: each request is answered by the application's own handler, headers too,
 * and Chromium enforces the policy in them.
 */
export type SchemeHandler = (request: Request) => Response | Promise<Response>

const SHOWN = /^https:\/\/([\w.-]+)\.([a-z]+)-scheme\.test(\/.*)?$/
const handlers = new Map<string, SchemeHandler | null>()

/** app://desk/index.html → https://desk.app-scheme.test/index.html; any other address stays. */
export function toShown(address: string): string {
  const url = new URL(address)
  const scheme = url.protocol.slice(0, -1)
  if (!handlers.has(scheme)) return address
  return `https://${url.host}.${scheme}-scheme.test${url.pathname}${url.search}${url.hash}`
}

export function fromShown(address: string): string {
  const match = SHOWN.exec(address)
  return match && handlers.has(match[2] ?? '') ? `${match[2]}://${match[1]}${match[3] ?? ''}` : address
}

/** The application's handler for an address, or null when the scheme is not the application's. */
export function handlerOf(address: string): SchemeHandler | null {
  return handlers.get(new URL(address).protocol.slice(0, -1)) ?? null
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
    for (const { scheme } of schemes) handlers.set(scheme, null)
  },
  handle(scheme: string, handler: SchemeHandler): void {
    if (!handlers.has(scheme)) throw new Error(`the stand-in serves registered schemes only, not ${scheme}`)
    handlers.set(scheme, handler)
  },
}
