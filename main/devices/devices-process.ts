/**
 * The devices' process: native drivers live here and nowhere else, so that when one crashes no money is touched.
 * It has no driver yet: it says that it is well, and closes by handshake. Must never hold a fact or a patron.
 */
import { connectToMain } from '../ipc/parent.ts'
import { fromDevicesSchema, toDevicesSchema, type ToDevices } from '../ipc/wire.ts'

const send = connectToMain(toDevicesSchema, fromDevicesSchema, receive)

function receive(message: ToDevices): void {
  if (message.kind === 'open') send({ kind: 'opened' })
  else if (message.kind === 'health') send({ kind: 'health', number: message.number, drivers_count: 0 })
  else send({ kind: 'closed' })
}
