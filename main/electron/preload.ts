/**
 * The bridge: the only thing the page gets from outside itself. Two functions over one channel, frozen.
 * Must never hand the page anything of Electron's, nor decide anything.
 */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'

const CHANNEL = 'desk'

contextBridge.exposeInMainWorld(
  'desk',
  Object.freeze({
    // Async, so that an input that cannot be cloned is a rejection like every other failure, never a throw.
    call: async (method: string, input: unknown): Promise<unknown> => ipcRenderer.invoke(CHANNEL, { method, input }),
    onPush: (listener: (push: unknown) => void): (() => void) => {
      const hear = (_event: IpcRendererEvent, push: unknown): void => listener(push)
      ipcRenderer.on(CHANNEL, hear)
      return () => {
        ipcRenderer.removeListener(CHANNEL, hear)
      }
    },
  }),
)
