/** The renderer's entry point: fonts, styles, and the desk over the one door that the preload opens. */
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import '@fontsource-variable/atkinson-hyperlegible-mono/wght.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/print.css'
import { must } from '../shared/kernel/assert.ts'
import { connectBridge } from './bridge.ts'
import { mountDesk } from './mount.tsx'
import { machinePorts } from './ports.ts'

mountDesk(must(document.getElementById('root'), 'a place for the desk on the page'), connectBridge(), machinePorts)
