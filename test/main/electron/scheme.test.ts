/** Which files app://desk/ serves, with real files around the folder that it must never reach. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONTENT_POLICY, respond } from '../../../main/electron/scheme.ts'

let around = ''
let folder = ''

beforeAll(() => {
  around = mkdtempSync(path.join(os.tmpdir(), 'datestamp-scheme-'))
  folder = path.join(around, 'renderer')
  mkdirSync(path.join(folder, 'assets'), { recursive: true })
  mkdirSync(path.join(around, 'renderer-old'))
  writeFileSync(path.join(folder, 'index.html'), '<p>desk</p>')
  writeFileSync(path.join(folder, 'assets', 'a b.js'), 'ok')
  writeFileSync(path.join(folder, 'secret.db'), 'patrons')
  writeFileSync(path.join(around, 'key.js'), 'secret')
  writeFileSync(path.join(around, 'renderer-old', 'key.js'), 'secret')
})
afterAll(() => rmSync(around, { recursive: true }))

describe('app://desk/', () => {
  test.each([
    ['its page', 'app://desk/index.html', 200],
    ['a query is no part of the name', 'app://desk/index.html?x=1', 200],
    ['a file in a folder, with a space', 'app://desk/assets/a%20b.js', 200],
    ['a file that is not there', 'app://desk/missing.js', 404],
    ['a folder', 'app://desk/assets', 404],
    ['the root', 'app://desk/', 404],
    ['a kind of file that a page has no use for', 'app://desk/secret.db', 404],
    ['up', 'app://desk/../key.js', 404],
    ['up, in code', 'app://desk/%2e%2e/key.js', 404],
    ['up, with the stroke in code', 'app://desk/..%2fkey.js', 404],
    ['up, the Windows way', 'app://desk/..%5ckey.js', 404],
    ['up, after a folder', 'app://desk/assets/..%2f..%2fkey.js', 404],
    ['a folder beside it whose name begins alike', 'app://desk/..%2frenderer-old%2fkey.js', 404],
    ['a drive', 'app://desk/C:/key.js', 404],
    ['an end in the middle of the name', 'app://desk/index.html%00.js', 404],
    ['code that is none', 'app://desk/%E0%A4%A', 404],
    ['another host', 'app://other/index.html', 404],
    ['another scheme', 'https://desk/index.html', 404],
  ])('%s', async (_name, url, status) => {
    const response = await respond(folder, { method: 'GET', url })
    expect(response.status).toBe(status)
    expect(response.headers.get('content-security-policy')).toBe(CONTENT_POLICY)
    if (status === 404) expect(await response.text()).toBe('')
  })

  test('only reads', async () => {
    expect((await respond(folder, { method: 'POST', url: 'app://desk/index.html' })).status).toBe(404)
  })

  test('says what a file is, and forbids guessing', async () => {
    const { headers } = await respond(folder, { method: 'GET', url: 'app://desk/assets/a%20b.js' })
    expect(headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('the policy allows nothing inline, nothing evaluated and no network', () => {
    expect(CONTENT_POLICY).not.toMatch(/unsafe|https?:|\*/)
    expect(CONTENT_POLICY).toMatch(/^default-src 'none';/)
    expect(CONTENT_POLICY).toMatch(/; require-trusted-types-for 'script'; trusted-types 'none'$/)
  })
})
