/** Printers of the local network are found: sockets of this computer answer as the printers of each language do. */
import { createSocket } from 'node:dgram'
import fc from 'fast-check'
import { expect, test, type TestContext } from 'vitest'
import { lanPrintersSeen } from '../../../../main/devices/transports/lan-search.ts'
import { LAN_QUESTIONS, type LanQuestion } from '../../../../shared/devices/printer/lan-replies.ts'
import { guessedProfile } from '../../../../shared/devices/setup-printer.ts'

const HOME = [{ own: '127.0.0.1', everybody: '127.0.0.1' }]
/** Long enough for an answer from this computer, also while it is busy. */
const LISTEN_MS = 1_000

function placed(length: number, parts: Readonly<Record<number, string | readonly number[]>>): Buffer {
  const bytes = Buffer.alloc(length)
  for (const [at, part] of Object.entries(parts)) Buffer.from(part as string, 'latin1').copy(bytes, Number(at))
  return bytes
}

/** A TSP143IIILAN, as one was recorded: "Star", "STAR" and its names at their places. */
const starAnswer = (whole: string, short: string): Buffer =>
  placed(302, { 0: 'STR_BCAST', 16: 'RS1.0.1', 0x24: short, 0x34: 'V2.2', 0x8c: 'Star', 0xac: 'STAR', 0xcc: whole })
const epsonAnswer = (name: string): Buffer => placed(184, { 0: 'EPSONq', 14: [0, 0x26, 0xab, 1, 2, 3], 56: name })

const label = (text: string): Buffer => Buffer.concat([Buffer.of(text.length), Buffer.from(text)])
const word = (value: number): readonly number[] => [value >> 8, value & 0xff]
const record = (name: Buffer, type: number, data: Buffer): Buffer =>
  Buffer.concat([name, Buffer.of(...word(type), 0, 1, 0, 0, 0, 120, ...word(data.length)), data])
/** The name of the service stands once, at byte 12; later ones point at it. */
const SERVICE = Buffer.of(0xc0, 12)

function mdnsAnswer(instance: string, port_number: number, address: readonly number[], text: string): Buffer {
  const service = Buffer.concat([label('_pdl-datastream'), label('_tcp'), label('local'), Buffer.of(0)])
  const name = Buffer.concat([label(instance), SERVICE])
  const host = Buffer.concat([label('EPSON3F2A'), label('local'), Buffer.of(0)])
  return Buffer.concat([
    Buffer.of(0, 0, 0x84, 0, 0, 0, 0, 1, 0, 0, 0, 3),
    record(service, 12, name),
    record(name, 33, Buffer.concat([Buffer.of(0, 0, 0, 0, ...word(port_number)), host])),
    record(host, 1, Buffer.from(address)),
    record(name, 16, Buffer.concat([label('txtvers=1'), label(text)])),
  ])
}

/** A printer that answers this question, and only this one. @returns the question, at its port */
async function answering(
  { onTestFinished }: TestContext,
  question: LanQuestion,
  ...answers: readonly Buffer[]
): Promise<LanQuestion> {
  const socket = createSocket('udp4')
  onTestFinished(() => new Promise<void>((resolve) => socket.close(() => resolve())))
  socket.on('message', (message, { port, address }) => {
    if (Buffer.compare(message, question.bytes) === 0) for (const one of answers) socket.send(one, port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', () => resolve()))
  const { multicast: _, ...everybody } = question
  return { ...everybody, port_number: socket.address().port }
}

test.concurrent.for([
  ['star', starAnswer('TSP143IIILAN (STR_T-001)', 'TSP100LAN'), 'Star TSP143IIILAN', 'star-tsp100iii'],
  ['star', starAnswer('', 'TSP654II'), 'Star TSP654II', 'star-tsp650ii'],
  ['star', starAnswer('', 'HSP7000'), 'Star HSP7000', ''],
  ['epson', epsonAnswer('TM-m30II'), 'Epson TM-m30II', 'epson-tm-m30'],
  ['epson', epsonAnswer('EPSON TM-T88VI'), 'EPSON TM-T88VI', 'epson-tm-t88vi'],
] as const)('%s: found by its own name, at the port for bytes', async ([language, answer, name, profile], context) => {
  const { expect } = context
  const question = await answering(context, LAN_QUESTIONS[language], answer)
  const [seen, ...more] = await lanPrintersSeen(HOME, [question], LISTEN_MS)
  expect(seen).toEqual({
    place: { via: 'tcp', host: '127.0.0.1', port_number: 9_100 },
    name,
    looks_like: 'network-printer',
    path: '127.0.0.1:9100',
  })
  expect([more, guessedProfile(seen?.name ?? '')]).toEqual([[], profile])
})

test.concurrent.for([
  ['ty=EPSON TM-m30III', 9_100, 'EPSON TM-m30III'],
  ['usb_MDL=TM-T20III', 9_101, 'TM-T20III'],
  ['note=front desk', 9_100, 'Desk printer'],
] as const)(
  'mDNS: address and port are as the answer says, the name by %s',
  async ([text, port_number, name], context) => {
    const { expect } = context
    const question = await answering(
      context,
      LAN_QUESTIONS.mdns,
      mdnsAnswer('Desk printer', port_number, [10, 1, 2, 3], text),
    )
    expect(await lanPrintersSeen(HOME, [question], LISTEN_MS)).toMatchObject([
      { place: { via: 'tcp', host: '10.1.2.3', port_number }, name },
    ])
  },
)

test.concurrent(
  'a printer that answers in two languages, or twice, is listed once; another beside it, too',
  async (context) => {
    const { expect } = context
    const epson = await answering(context, LAN_QUESTIONS.epson, epsonAnswer('TM-T88VI'), epsonAnswer('TM-T88VI'))
    const mdns = await answering(
      context,
      LAN_QUESTIONS.mdns,
      mdnsAnswer('The same', 9_100, [127, 0, 0, 1], 'ty=same'),
      mdnsAnswer('Office', 9_100, [10, 0, 0, 8], 'ty=HP LaserJet'),
    )
    const seen = await lanPrintersSeen(HOME, [epson, mdns], LISTEN_MS)
    expect(seen.map(({ name, path }) => [name, path])).toEqual([
      ['Epson TM-T88VI', '127.0.0.1:9100'],
      ['HP LaserJet', '10.0.0.8:9100'],
    ])
  },
)

test.concurrent('without a network, a silent one, one that cannot be asked: nothing is found', async (context) => {
  const { expect } = context
  const silent = await answering(context, LAN_QUESTIONS.star)
  expect(await lanPrintersSeen([], [silent], 50)).toEqual([])
  expect(await lanPrintersSeen(HOME, [silent], 50)).toEqual([])
  expect(await lanPrintersSeen([{ own: '192.0.2.1', everybody: '192.0.2.255' }], [silent], LISTEN_MS)).toEqual([])
})

test('whatever else a network answers is no printer, and breaks nothing', () => {
  const [mdns, star, epson] = [
    mdnsAnswer('Desk printer', 9_100, [10, 1, 2, 3], 'ty=X'),
    starAnswer('TSP143IIILAN', 'TSP100LAN'),
    epsonAnswer('TM-m30'),
  ]
  const all = Object.values(LAN_QUESTIONS)
  for (const question of all) expect(question.read(question.bytes, '10.0.0.1')).toEqual([])
  fc.assert(
    fc.property(
      fc.constantFrom(mdns, star, epson),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }),
      fc.nat(400),
      (answer, changes, length) => {
        const bytes = Buffer.from(answer)
        for (const [at, value] of changes) bytes[at % bytes.length] = value
        for (const { read } of all)
          for (const { host, port_number, name } of read(bytes.subarray(0, length), '10.0.0.1')) {
            expect(host).toMatch(/^\d+\.\d+\.\d+\.\d+$/)
            expect(port_number).toBeGreaterThan(0)
            expect(name.length).toBeLessThanOrEqual(200)
          }
      },
    ),
    { numRuns: 2_000 },
  )
})
