/**
 * What the window may not do, and which frame main listens to. Every rule denies; none has an exception. Imports no
 * values from Electron: the guarded object is passed in, so that each rule can be tested alone.
 */
import type { Session, WebContents } from 'electron'
import { APP_HOST, APP_PAGE, APP_SCHEME } from './scheme.ts'

/** The part of Electron's WebFrameMain used here; null when the frame is already gone. */
export type SenderFrame = { readonly url: string; readonly parent: unknown } | null

/** True only for the desk's own page: top frame, our scheme, our host, and not the page that faces the patron. */
export function isOurPage(frame: SenderFrame): boolean {
  if (frame === null || frame.parent !== null || !isOurAddress(frame.url)) return false
  return URL.parse(frame.url)?.pathname === URL.parse(APP_PAGE)?.pathname
}

export function isOurAddress(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}

/** Whether the window may fetch this: its own files, and data inside the page. Never the network. */
export function mayFetch(address: string): boolean {
  return isOurAddress(address) || /^(data|blob|devtools):/.test(address)
}

/** No camera, no notifications, no USB from the page, nothing: both handlers, because the default is to allow. */
export function lockSession(session: Session, log: (line: string) => void): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log(`denied permission ${permission}`)
    answer(false)
  })
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.webRequest.onBeforeRequest((request, answer) => {
    const cancel = !mayFetch(request.url)
    if (cancel) log(`denied a request to ${originOf(request.url)}`)
    answer({ cancel })
  })
}

/**
 * The page stays where it is: no navigation, no second window, no embedded page. Calls between browsers (WebRTC) do not
 * pass the request filter, so they get no network of their own to go by.
 */
export function lockContents(contents: WebContents, log: (line: string) => void): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => {
    event.preventDefault()
    log(`denied navigation to ${originOf(event.url)}`)
  })
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    log(`denied a window for ${originOf(url)}`)
    return { action: 'deny' }
  })
}

/** For the log: never a path or a query, which may hold a patron. */
function originOf(address: string): string {
  return URL.parse(address)?.origin ?? 'an unreadable address'
}
