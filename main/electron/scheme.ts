/**
 * app://desk/: the only address the window ever shows, read from the renderer's folder under a strict policy. Must
 * never read a file outside that folder, whatever the address says.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Protocol } from 'electron'

export const APP_SCHEME = 'app'
export const APP_HOST = 'desk'
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`
/** The page of the window that faces the patron. */
export const PATRON_PAGE = `${APP_SCHEME}://${APP_HOST}/patron.html`

/**
 * Own files only; no inline script or style, no eval, no network. `data:` is for generated sounds and small icons. No
 * text becomes a script or markup with scripts in it either, and no policy may be made that would allow it.
 */
export const CONTENT_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "media-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cache-control': 'no-store',
}

/** What the folder may serve. Anything else is answered 404, even when the file exists. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.wav': 'audio/wav',
  '.map': 'application/json',
}

/** Call before the app is ready. A standard, secure scheme gives its pages an origin of their own. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges: { standard: true, secure: true } }])
}

export function serveFolder(protocol: Protocol, folder: string): void {
  protocol.handle(APP_SCHEME, (request) => respond(folder, request))
}

/** The file for an address, or null when it is not in the folder. */
export function fileOf(folder: string, address: string): string | null {
  const url = URL.parse(address)
  if (!url || url.protocol !== `${APP_SCHEME}:` || url.host !== APP_HOST) return null
  const name = decoded(url.pathname)
  if (name === null || /[\0\\:]/.test(name)) return null
  const file = path.resolve(folder, `.${name}`)
  return file.startsWith(path.resolve(folder) + path.sep) ? file : null
}

export async function respond(folder: string, request: Pick<Request, 'method' | 'url'>): Promise<Response> {
  const file = request.method === 'GET' ? fileOf(folder, request.url) : null
  const contentType = file === null ? undefined : CONTENT_TYPES[path.extname(file)]
  if (file === null || contentType === undefined) return new Response(null, { status: 404, headers: HEADERS })
  try {
    return new Response(new Uint8Array(await readFile(file)), { headers: { ...HEADERS, 'content-type': contentType } })
  } catch {
    return new Response(null, { status: 404, headers: HEADERS })
  }
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
