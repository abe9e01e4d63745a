/** The devices page is longer than a screen: the section into which something came last is its first. */
import { expect, test } from 'vitest'
import type { ToDevicesHost } from '../../../../shared/devices/wire.ts'
import { CARDS } from '../../support/small-library.ts'
import { wiredDesk } from '../../support/wired-desk.ts'

const isLook = (one: ToDevicesHost): one is Extract<ToDevicesHost, { kind: 'discover' }> => one.kind === 'discover'

test('what was scanned, looked for or set up last is first, and what came before is behind it', async () => {
  const { desk, asked } = await wiredDesk()
  const seen = async () => {
    const { snapshot } = await desk.ok('desk.go', { page: { place: 'devices', about: '' } })
    const sections = snapshot.page?.sections.map(({ section_id }) => section_id).slice(0, 2)
    return { sections, news: snapshot.page?.news }
  }
  expect(await seen()).toEqual({ sections: ['own', 'printers'], news: 0 })
  await desk.scan(CARDS.dana)
  expect(await seen()).toEqual({ sections: ['tried', 'own'], news: 1 })
  await desk.ok('device.look', {})
  expect(await seen()).toEqual({ sections: ['found', 'tried'], news: 2 })
  desk.station.devicesSaid({ kind: 'discovered', number: asked.findLast(isLook)?.number ?? 0, found: [] })
  expect(await seen()).toEqual({ sections: ['found', 'tried'], news: 3 })
  const printer = { commandId: desk.id(), host: '192.168.1.50', profile_code: 'epson-tm-t88v' }
  await desk.ok('device.add-network-printer', printer)
  expect(await seen()).toEqual({ sections: ['printers', 'tried'], news: 4 })
})
