// A thread starts without what lets the process read TypeScript: it is set up here before the thread's own code is read.
import { register } from 'tsx/esm/api'

register()
const { readFile } = await import('./read-file.ts')
const { precheckReading } = await import('./precheck-reading.ts')

export default readFile
export const precheck = precheckReading
