/**
 * A child process's end of the line to main: parsed messages in, messages out. Lets no message through that does not
 * parse, and ends when main ends.
 */
import { z } from 'zod'
import { must } from '../../shared/kernel/assert.ts'

/** The part of Electron's parent port used here; `data` is what main posted. */
const portSchema = z.custom<{
  on: (event: 'message', listener: (message: { data: unknown }) => void) => unknown
  postMessage: (message: unknown) => void
}>((value) => typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value)

/** Listens to main. A message that does not parse is a fault of the program: it is thrown and ends this process. */
export function connectToMain<In extends z.ZodType, Out extends z.ZodType>(
  incoming: In,
  outgoing: Out,
  receive: (message: z.infer<In>) => void,
): (message: z.input<Out>) => void {
  const port = must(
    portSchema.safeParse(Reflect.get(process, 'parentPort')).data,
    'started by main, with a parent port',
  )
  port.on('message', ({ data }) => {
    receive(incoming.parse(data))
  })
  return (message) => {
    port.postMessage(outgoing.parse(message))
  }
}
