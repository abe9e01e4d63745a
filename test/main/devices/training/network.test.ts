/** The training printer on the network: a program of this computer prints to it over a real socket. */
import { createServer, Socket, type AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { encodePulse, encodeReceipt } from '../../../../main/devices/printers/encode/encode-receipt.ts'
import type { DeviceWork } from '../../../../shared/devices/wire.ts'
import { questionBytes } from '../../../../shared/devices/printer/status/status-stream.ts'
import { paperOf, profile } from '../../../support/devices/printer-setup.ts'
import { openTrainingHost, trainingHost, type TrainingHost } from '../../../support/devices/training-host.ts'

const MODEL = profile('training-58')
const ROLL = '*** TRAINING / PRÁCTICA ***'

let host: TrainingHost
const clients: Socket[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) client.destroy()
  await host.devices.close()
})

const listen = (port_number: number) => host.act({ act: 'listen', is_on: true, port_number })

type Client = { readonly socket: Socket; readonly heard: () => string; readonly isClosed: () => boolean }

async function client(): Promise<Client> {
  const { port_number } = host.now().listening
  const socket = new Socket()
  clients.push(socket)
  let heard = Buffer.alloc(0)
  let isClosed = false
  socket.on('error', () => undefined)
  socket.on('data', (bytes) => {
    heard = Buffer.concat([heard, bytes])
  })
  socket.on('close', () => {
    isClosed = true
  })
  await new Promise<void>((resolve) => socket.connect({ host: '127.0.0.1', port: port_number }, resolve))
  return { socket, heard: () => heard.toString('hex'), isClosed: () => isClosed }
}

test('is off until a person switches it on, and off again by the same switch', async () => {
  host = await openTrainingHost()
  expect(host.now().listening).toEqual({ state: 'off', port_number: 9100 })
  await listen(0)
  expect(host.now().listening.state).toBe('on')
  const one = await client()
  await host.act({ act: 'listen', is_on: false, port_number: 9100 })
  expect(host.now().listening.state).toBe('off')
  await expect.poll(one.isClosed).toBe(true)
})

test('prints a paper of another program, says that it did, and the roll says TRAINING above and below', async () => {
  host = await openTrainingHost()
  await listen(0)
  const { socket, heard } = await client()
  socket.write(encodeReceipt(paperOf('Line 1'), MODEL, { job: 7 }))
  // GS ( H with the number of the job, as the printer answers it.
  await expect.poll(heard).toMatch(/^3722[0-9a-f]{8}00$/)
  await expect.poll(() => host.now().sheets).toMatchObject([{ from: 'network', texts: ['Line 1'], is_cut: true }])
  const [sheet] = host.now().sheets
  const rows = host.said.flatMap((one) => (one.kind === 'training-printed' ? [one.rows.rows] : []))
  const bytes = Buffer.concat(rows.map((one) => Buffer.from(one, 'base64')))
  const black = (row: number) => bytes.subarray(row * 48, (row + 1) * 48).some((byte) => byte !== 0)
  const height = sheet?.height_dots ?? 0
  expect([...Array(40).keys()].some(black), ROLL).toBe(true)
  expect(
    [...Array(40).keys()].some((row) => black(height - 40 + row)),
    ROLL,
  ).toBe(true)
})

test('answers questions, tells the desk of a drawer that it opened, and lets one program in at a time', async () => {
  host = await openTrainingHost()
  await listen(0)
  const { socket, heard } = await client()
  socket.write(Uint8Array.from(questionBytes('esc-pos', 4)))
  await expect.poll(heard).toBe('12')
  socket.write(encodePulse(MODEL))
  await expect.poll(() => host.now().is_drawer_open).toBe(true)
  const drawer = () => host.said.findLast((one) => one.kind === 'printer')?.printer.drawer_level
  await expect.poll(drawer).toBe('high')
  const second = await client()
  await expect.poll(second.isClosed).toBe(true)
  expect(socket.destroyed).toBe(false)
})

test('two that print at once do not mix, and what a program leaves uncut ends when it goes', async () => {
  host = await openTrainingHost()
  await listen(0)
  const { socket } = await client()
  const work: DeviceWork = { kind: 'print', document: paperOf('Of the desk'), is_practice: true, logo: null }
  await host.devices.act({ kind: 'do', work_ref: 'R1', device_code: 'PRINTER-1', work })
  socket.write(Buffer.from('Of the program\n\n'))
  await expect.poll(() => host.now().sheets.filter(({ from }) => from === 'network')).toHaveLength(1)
  await expect.poll(() => host.now().printer.is_printing).toBe(false)
  socket.end()
  await expect.poll(() => host.now().sheets.every(({ is_cut }) => is_cut)).toBe(true)
  await expect.poll(host.ends).toEqual(['R1 done'])
  const texts = host.now().sheets.map(({ from, texts: said }) => [from, ...said])
  expect(texts).toContainEqual(['network', 'Of the program'])
  expect(texts).toContainEqual(['desk', '*** TRAINING ***', 'Of the desk', '*** TRAINING ***'])
})

test('says that another program has the port', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo
  try {
    host = trainingHost()
    await listen(port)
    expect(host.now().listening).toEqual({ state: 'taken', port_number: port })
    await listen(0)
    expect(host.now().listening.state).toBe('on')
  } finally {
    other.close()
  }
})
