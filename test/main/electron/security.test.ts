/** What the window may not do, tried against frames and sessions that are made up. */
import { EventEmitter } from 'node:events'
import type { Session, WebContents } from 'electron'
import { describe, expect, test } from 'vitest'
import { isOurPage, lockContents, lockSession, mayFetch, type SenderFrame } from '../../../main/electron/security.ts'

const TOP = { url: 'app://desk/index.html', parent: null }

describe('whom main listens to', () => {
  test.each<[string, SenderFrame, boolean]>([
    ['the desk page', TOP, true],
    ['the desk page with a fragment', { ...TOP, url: 'app://desk/index.html#x' }, true],
    ['the page that faces the patron', { ...TOP, url: 'app://desk/patron.html' }, false],
    ['a frame inside it', { ...TOP, parent: TOP }, false],
    ['a frame that is gone', null, false],
    ['another host of the scheme', { ...TOP, url: 'app://other/index.html' }, false],
    ['a host that begins alike', { ...TOP, url: 'app://desk.evil.example/index.html' }, false],
    ['a page on the web', { ...TOP, url: 'https://desk/index.html' }, false],
    ['a web page that names the scheme', { ...TOP, url: 'https://evil.example/?app://desk/' }, false],
    ['user and password before another host', { ...TOP, url: 'app://desk@evil.example/' }, false],
    ['a file', { ...TOP, url: 'file:///app://desk/index.html' }, false],
    ['an empty page', { ...TOP, url: 'about:blank' }, false],
    ['no address', { ...TOP, url: '' }, false],
  ])('%s', (_name, frame, expected) => {
    expect(isOurPage(frame)).toBe(expected)
  })
})

test.each([
  ['app://desk/index.js', true],
  ['data:image/png;base64,AA==', true],
  ['blob:app://desk/1', true],
  ['https://example.org/', false],
  ['http://127.0.0.1/', false],
  ['ws://127.0.0.1/', false],
  ['file:///etc/passwd', false],
  ['app://other/index.js', false],
])('may the window fetch %s: %s', (address, expected) => {
  expect(mayFetch(address)).toBe(expected)
})

describe('locks', () => {
  test('every permission is denied, asked for or looked up', () => {
    const kept: Record<string, (...args: unknown[]) => unknown> = {}
    const keep = (name: string) => (handler: (...args: unknown[]) => unknown) => {
      kept[name] = handler
    }
    const session = {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      webRequest: { onBeforeRequest: keep('fetch') },
    }
    const lines: string[] = []
    lockSession(session as unknown as Session, (line) => lines.push(line))
    const answers: unknown[] = []
    for (const permission of ['media', 'notifications', 'hid', 'serial', 'clipboard-read', 'openExternal']) {
      kept['request']?.(null, permission, (answer: unknown) => answers.push(answer))
      answers.push(kept['check']?.(null, permission))
    }
    answers.push(kept['device']?.({ deviceType: 'hid' }))
    expect(new Set(answers)).toEqual(new Set([false]))
    expect(answers).toHaveLength(13)

    kept['fetch']?.({ url: 'https://example.org/patron/17?card=2' }, (answer: unknown) => answers.push(answer))
    expect(answers.at(-1)).toEqual({ cancel: true })
    expect(lines.at(-1)).toBe('denied a request to https://example.org')
  })

  test('the page can neither leave nor open nor embed another', () => {
    let open: unknown
    let webrtc = ''
    const contents = Object.assign(new EventEmitter(), {
      setWindowOpenHandler: (handler: unknown) => (open = handler),
      setWebRTCIPHandlingPolicy: (policy: string) => (webrtc = policy),
    })
    lockContents(contents as unknown as WebContents, () => {})
    for (const name of ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview']) {
      let prevented = false
      contents.emit(name, { url: 'https://example.org/', preventDefault: () => (prevented = true) })
      expect([name, prevented]).toEqual([name, true])
    }
    expect(webrtc).toBe('disable_non_proxied_udp')
    expect((open as (details: { url: string }) => unknown)({ url: 'https://example.org/' })).toEqual({ action: 'deny' })
  })
})
