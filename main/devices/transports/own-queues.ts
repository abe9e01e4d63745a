/** The printer queues of the computer that this program runs on. */
import { cupsQueues, type QueueSystem } from './queue.ts'
import { windowsQueues } from './windows-queues.ts'

export const OWN_QUEUES: QueueSystem = process.platform === 'win32' ? windowsQueues() : cupsQueues()
