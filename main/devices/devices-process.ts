/**
 * The devices' process: native drivers live here and nowhere else, so that a crash in one touches no money. It has no
 * driver yet: it answers health checks, and closes by handshake. Holds no fact and no patron.
 */
import { connectToMain } from '../ipc/parent.ts'
import { fromDevicesSchema, toDevicesSchema, type ToDevices } from '../ipc/wire.ts'

const send = connectToMain(toDevicesSchema, fromDevicesSchema, receive)

function receive(message: ToDevices): void {
  if (message.kind === 'open') send({ kind: 'opened' })
  else if (message.kind === 'health') send({ kind: 'health', number: message.number, drivers_count: 0 })
  else send({ kind: 'closed' })
}
