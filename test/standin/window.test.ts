/** The window from the page's side: what it can reach, what is refused, and that it stays where it is. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, type Desk } from './launch.ts'

let desk: Desk

beforeAll(async () => {
  desk = await launch()
})
afterAll(() => desk.close())

/** Waits until the log has a line about it. */
async function logged(words: string): Promise<void> {
  await expect.poll(() => desk.log()).toContain(words)
}

describe('the page', () => {
  test('has the bridge, and nothing of Node or Electron', async () => {
    const found = await desk.page.evaluate(() => {
      const names = [
        'require',
        'process',
        'module',
        'Buffer',
        'electron',
        'ipcRenderer',
        '__standinIpc',
        '__standinDeliver',
      ]
      return {
        reachable: names.filter((name) => name in globalThis),
        door: Object.keys(window.desk),
        isFrozen: Object.isFrozen(window.desk),
      }
    })
    expect(found).toEqual({ reachable: [], door: ['call', 'onPush'], isFrozen: true })
  })

  test('cannot put another door in place of the bridge', async () => {
    const outcome = await desk.page.evaluate(() => {
      const kept = window.desk
      try {
        Object.assign(window, { desk: { call: () => 'forged' } })
      } catch {
        // Setting a read-only property of the window may throw or do nothing: both are a refusal.
      }
      return window.desk === kept
    })
    expect(outcome).toBe(true)
  })

  test('cannot hand a function to main', async () => {
    const said = await desk.page.evaluate(() =>
      window.desk.call('desk.snapshot', { steal: () => 1 }).then(
        () => 'taken',
        (fault: unknown) => String(fault),
      ),
    )
    expect(said).toContain('could not be cloned')
  })

  test.each([
    ['a method that does not exist', 'desk.open-drawer', {}],
    ['a method that every object has', 'constructor', {}],
    ['an input with too much', 'desk.snapshot', { more: 1 }],
    ['an input of another type', 'desk.scan', { commandId: 1, text: 2, source: 'scan' }],
    ['no input', 'desk.mode', undefined],
    ['a method name longer than any', 'x'.repeat(101), {}],
  ])('gets bad-input for %s', async (_name, method, input) => {
    const result = await desk.page.evaluate(([name, value]) => window.desk.call(name, value), [method, input] as const)
    expect(result).toMatchObject({ kind: 'bad-input' })
  })

  test('gets its answer, and the station works on after all of that', async () => {
    expect(await desk.call('desk.snapshot')).toMatchObject({ kind: 'ok', output: { snapshot: { stage: 'set-up' } } })
  })
})

describe('the policy', () => {
  test('stops an inline script', async () => {
    const ran = await desk.page.evaluate(() => {
      const script = document.createElement('script')
      try {
        script.textContent = 'window.ran = true'
      } catch {
        // Text may not become a script at all: refused as well.
      }
      document.body.append(script)
      return 'ran' in window
    })
    expect(ran).toBe(false)
  })

  test('stops code made from text', async () => {
    const said = await desk.page.evaluate(() => {
      const later = document.createElement('button')
      try {
        later.setAttribute('onclick', 'window.clicked = true')
      } catch {
        // Refused as well.
      }
      document.body.append(later)
      later.click()
      later.remove()
      return 'clicked' in window
    })
    expect(said).toBe(false)
  })

  test('lets no text become markup or a script, and nobody make a policy that would', async () => {
    const outcomes = await desk.page.evaluate(() => {
      type Maker = { createPolicy: (name: string, rules: { createHTML: (text: string) => string }) => unknown }
      const maker = Reflect.get(window, 'trustedTypes') as Maker
      const acts: readonly (readonly [string, () => unknown])[] = [
        ['markup', () => (document.createElement('p').innerHTML = '<b>x</b>')],
        ['markup beside', () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>')],
        ['a document', () => new DOMParser().parseFromString('<b>x</b>', 'text/html')],
        ['a script', () => (document.createElement('script').text = 'window.ran = true')],
        ['its address', () => (document.createElement('script').src = 'index.js')],
        ['a policy', () => maker.createPolicy('own', { createHTML: (text) => text })],
      ]
      return acts.map(([name, act]) => {
        try {
          act()
          return [name, 'done']
        } catch (fault) {
          return [name, (fault as Error).name]
        }
      })
    })
    expect(outcomes.map(([, outcome]) => outcome)).toEqual(outcomes.map(() => 'TypeError'))
  })

  test.each(['https://example.org/', 'http://127.0.0.1:1/', 'index.html'])('stops a fetch of %s', async (address) => {
    const said = await desk.page.evaluate(async (from) => {
      const violated = new Promise<string>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
          once: true,
        })
        setTimeout(() => resolve('something else'), 20_000)
      })
      const went = await fetch(from).then(
        () => 'went',
        () => 'stopped',
      )
      return `${went} by ${went === 'went' ? '' : await violated}`
    }, address)
    expect(said).toBe('stopped by connect-src')
  })

  test('stops a frame', async () => {
    const directive = await desk.page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), {
            once: true,
          })
          const frame = document.createElement('iframe')
          frame.src = 'https://example.org/'
          document.body.append(frame)
        }),
    )
    expect(directive).toBe('frame-src')
  })
})

describe('the window', () => {
  test('stays on the desk page when the page wants to leave', async () => {
    const before = desk.page.url()
    await desk.page.evaluate(() => location.assign('https://example.org/leave?card=21234'))
    await logged('denied navigation to https://example.org\n')
    expect(desk.page.url()).toBe(before)
    expect(await desk.call('desk.snapshot')).toMatchObject({ kind: 'ok' })
    expect(desk.log()).not.toContain('card=')
  })

  test('opens no second one', async () => {
    await desk.page.evaluate(() => void window.open('https://example.org/popup'))
    await logged('denied a window')
    await expect.poll(() => desk.page.context().pages().length).toBe(1)
  })

  test('is one: a second start ends, and brings the first to the front', async () => {
    expect(await desk.started.startSecond()).toBe(0)
    await logged('started a second time')
    expect(await desk.call('desk.snapshot')).toMatchObject({ kind: 'ok' })
  })
})
